"""Mesa's page and ours: a component made for SolaraViz follows our desk, and SolaraViz shows the game, as docs/mesa.md says."""

import re
import socket
import sys
from pathlib import Path

import pytest

from reassure.model.wargame import Wargame

PAGE = (Path(__file__).parents[3] / "docs" / "mesa.md").read_text(encoding="utf-8")
SCENARIO, APP = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)

solara = pytest.importorskip("solara", reason="the page needs the extra 'view'")


def test_a_component_made_for_solaraviz_follows_the_desk():
    import ipyvuetify
    from mesa.visualization.utils import update_counter

    from reassure.runs.view.desk import Desk
    from reassure.runs.view.panels import ControlBar, Headline
    from reassure.runs.view.redraw import redraw

    desks = []

    @solara.component
    def Weeks(model):  # noqa: N802
        update_counter.get()
        solara.Text(f"Mesa says week {model.week}")

    @solara.component
    def Both():  # noqa: N802
        desk = solara.use_memo(lambda: Desk("run=7&week=3", redraw, lambda: None), [])
        desks[:] = [desk]
        with solara.Column():
            ControlBar(desk)
            Headline(desk)
            Weeks(desk.session.recording.model)

    _, rendered = solara.render(Both(), handle_error=False)
    try:
        said = [widget.children for widget in rendered.find(ipyvuetify.Html).widgets]
        assert ["Mesa says week 3"] in said
        desks[0].step()
        said = [widget.children for widget in rendered.find(ipyvuetify.Html).widgets]
        assert ["Mesa says week 4"] in said
    finally:
        desks[0].close()
        rendered.close()


def test_the_example_of_a_scenario_runs():
    pytest.importorskip("mesa.experimental.scenarios", reason="Mesa has scenarios from 3.5 on")
    names = {}
    exec(compile(SCENARIO, "docs/mesa.md", "exec"), names)
    game = names["game"]
    assert (game.week, game.run, game.preset.name, game.preset.levers["troop_ceiling"]) == (26, 7, "paris_declaration", 20)


def test_mesas_page_steps_the_game_and_resets_it(serve, browser, tmp_path, monkeypatch):
    monkeypatch.setenv("SOLARA_TELEMETRY_MIXPANEL_ENABLE", "False")
    (tmp_path / "app.py").write_text(APP)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "solara", "run", str(tmp_path / "app.py"), "--production", "--no-open"]
    serve(command=[*command, "--host", "127.0.0.1", "--port", str(port)]).wait_until_it_answers(port)
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{port}/")

    def wait_for_step(number):
        page.get_by_text(re.compile(rf"^(Step|Time): {number}([.]0)?$")).wait_for()

    wait_for_step(0)
    for _ in range(2):  # Mesa 3.5 hands the constructor a scenario on Reset
        page.get_by_role("button", name="Step", exact=True).click()
        wait_for_step(1)
        page.get_by_role("button", name="Reset", exact=True).click()
        wait_for_step(0)
    page.close()


def test_mesa_finds_the_levers_among_the_parameters():
    from mesa.visualization import solara_viz

    asked = {"rng": 1, "troop_ceiling": 20, "fear_size": 0.5}
    check = solara_viz._check_model_params
    check(Wargame.__init__, asked)
    with pytest.raises(ValueError, match="troop_celing"):
        check(Wargame.__init__, {"troop_celing": 20})
