"""The page is a Mesa page: a component made for SolaraViz, put beside the page's own, is redrawn by the desk's steps."""

import pytest

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
