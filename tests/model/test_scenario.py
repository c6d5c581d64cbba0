import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from reassure.model import scenario
from reassure.model.levers import LEVERS, TROOP_LEVERS
from reassure.model.scenario import ScenarioError
from reassure.model.uncertainties import UNCERTAINTIES


@pytest.fixture
def written(tmp_path):
    """Write a scenario file and give its path as a person would type it."""

    def write(content):
        path = tmp_path / "mine.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


@pytest.mark.parametrize("name", scenario.shipped())
def test_shipped_scenarios_are_complete_and_explained(name):
    loaded = scenario.load(name)
    assert loaded.name == name
    assert loaded.title and loaded.summary and loaded.source
    assert list(loaded.levers) == list(LEVERS)
    assert all(LEVERS[lever].parse(value) == value for lever, value in loaded.levers.items())
    assert not loaded.pins
    assert pickle.loads(pickle.dumps(loaded)) == loaded


def test_every_shipped_file_is_listed():
    assert {path.stem for path in scenario.FOLDER.glob("*.toml")} == set(scenario.shipped())


@pytest.mark.parametrize("name", scenario.shipped())
def test_a_twin_differs_in_its_troops_alone(name):
    loaded, twin = scenario.load(name), scenario.load(name + "_without_troops")
    assert twin == loaded.without_troops()
    assert twin.name == f"{name}_without_troops"
    assert not twin.has_troops
    assert {lever for lever in LEVERS if twin.levers[lever] != loaded.levers[lever]} <= set(TROOP_LEVERS)


def test_support_is_equal_across_the_forms_of_guarantee():
    forms = [scenario.load(name) for name in scenario.shipped() if name != scenario.BASELINE]
    for lever in ("arms", "sanctions", "sanctions_automatic", "isolation"):
        assert len({form.levers[lever] for form in forms}) == 1, lever


def test_the_full_mission_needs_consensus_unless_forced():
    mission = scenario.load("full_nato_mission")
    assert mission.levers["nato_mission"] == 1
    assert mission.levers["consensus_forced"] == 0
    assert mission.with_levers({"consensus_forced": "on"}).levers["consensus_forced"] == 1


def test_a_mission_as_if_it_came_about_is_the_same_but_for_the_consensus():
    bid, mission = scenario.load("full_nato_mission"), scenario.load("full_nato_mission_if_it_comes_about")
    assert mission == bid.if_it_comes_about()
    assert {name for name in LEVERS if mission.levers[name] != bid.levers[name]} == {"consensus_forced"}
    assert (bid.is_a_bid, mission.is_a_bid) == (True, False)
    assert mission.title == "Full NATO mission, if it comes about"
    twin = scenario.load("full_nato_mission_if_it_comes_about_without_troops")
    assert twin == mission.without_troops() and not twin.has_troops


@pytest.mark.parametrize("name", ["paris_declaration_if_it_comes_about", "full_nato_mission_without_troops_if_it_comes_about"])
def test_only_a_bid_can_come_about(name):
    with pytest.raises(scenario.ScenarioError, match="unknown scenario"):
        scenario.load(name)


def test_only_what_has_troops_has_troops():
    assert {name for name in scenario.shipped() if scenario.load(name).has_troops} == {
        "limited_reassurance_force",
        "full_nato_mission",
        "paris_declaration",
    }


def test_a_file_of_ones_own(written):
    path = written('title = "Mine"\nstart = 2027-03-01\n[levers]\ntroop_ceiling = 10\n[uncertainties]\nmindset = "opportunist"\n')
    mine = scenario.load(path)
    assert (mine.name, mine.title, mine.start) == ("mine", "Mine", date(2027, 3, 1))
    assert mine.levers == {**LEVERS.defaults(), "troop_ceiling": 10}
    assert mine.explicit == {"troop_ceiling"}
    assert mine.pins == {"mindset": UNCERTAINTIES["mindset"].parse("opportunist")}


def test_variants_leave_the_original_alone():
    original = scenario.load("bare_ceasefire")
    variant = original.with_levers({"deploy_start": 8}).with_pins({"precision": 5})
    assert variant.levers["deploy_start"] == 8 and variant.pins == {"precision": 5}
    assert "deploy_start" in variant.explicit
    assert original == scenario.load("bare_ceasefire")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "mine.toml is empty; a scenario has at least a table [levers]"),
        ("# nothing\n", "mine.toml is empty; a scenario has at least a table [levers]"),
        ("[levers]\n\narmz = 3", "mine.toml, line 3: unknown lever 'armz'; did you mean 'arms'?"),
        ("[levers]\narms = 3", "mine.toml, line 2: arms takes a number from 0 to 1, not 3"),
        ("[levers]\narms = -0.1", "mine.toml, line 2: arms takes a number from 0 to 1, not -0.1"),
        ("[levers]\narms = nan", "mine.toml, line 2: arms takes a number from 0 to 1, not nan"),
        ("[levers]\narms = inf", "mine.toml, line 2: arms takes a number from 0 to 1, not inf"),
        ("[levers]\narms = [1]", "mine.toml, line 2: arms takes a number from 0 to 1, not a list"),
        ("[levers.arms]\nx = 1", "mine.toml, line 1: arms takes a number from 0 to 1, not a table"),
        ("levers = { monitors = 0.1, arms = 3 }", "mine.toml, line 1: arms takes a number from 0 to 1, not 3"),
        ("levers.arms = 3", "mine.toml, line 1: arms takes a number from 0 to 1, not 3"),
        ("[levers]\r\narms = 3\r\n", "mine.toml, line 2: arms takes a number from 0 to 1, not 3"),
        ("[levers]\ndeploy_start = 1.5", "mine.toml, line 2: deploy_start takes a whole number from 0 to 520, not 1.5"),
        ("[levers]\nlegal_form = 'treatie'", "mine.toml, line 2: legal_form has no value 'treatie'; did you mean 'treaty'?"),
        (
            "[levers]\narms = 0x" + "f" * 9000,
            "mine.toml, line 2: arms takes a number from 0 to 1, not a number of more than 18 digits",
        ),
        (
            "[uncertainties]\nmindset = 'oportunist'",
            "mine.toml, line 2: mindset has no value 'oportunist'; did you mean 'opportunist'?",
        ),
        ("[uncertainties]\nprecision = 0", "mine.toml, line 2: precision takes a number from 2 to 18, not 0"),
        (
            "[uncertainties]\narms = 0",
            "mine.toml, line 2: arms is a lever, not an uncertainty: it is given with --set or under [levers]",
        ),
        (
            "[levers]\nshare_in_cities = 0.8\nshare_on_line = 0.3",
            "mine.toml, line 3: share_in_cities and share_on_line are shares of one force and add up to at most 1, not 0.8 + 0.3",
        ),
        ("titel = 'x'", "mine.toml, line 1: unknown key 'titel'; did you mean 'title'?"),
        ("[lever]\narms = 1", "mine.toml, line 1: unknown key 'lever'; did you mean 'levers'?"),
        ("title = 3", "mine.toml, line 1: title is text in quotes, not 3"),
        ("levers = 3", "mine.toml, line 1: levers is a table, not 3"),
        ("\nstart = 'soon'", "mine.toml, line 2: start is a date between 2000-01-01 and 2100-12-31 such as 2026-01-05, not soon"),
        (
            "start = 1999-12-31",
            "mine.toml, line 1: start is a date between 2000-01-01 and 2100-12-31 such as 2026-01-05, not 1999-12-31",
        ),
        ("start = 5", "mine.toml, line 1: start is a date between 2000-01-01 and 2100-12-31 such as 2026-01-05, not 5"),
        ("\n\n[levers\n", "mine.toml, line 3: malformed TOML: Expected ']' at the end of a table declaration"),
        ("[levers]\narms = 0.3\narms = 0.4", "mine.toml, line 3: malformed TOML: Cannot overwrite a value"),
        ("a = " + "[" * 50_000, "mine.toml: nested too deeply; a scenario is a short TOML file"),
        (b"\n\xff\xfe", "mine.toml, line 2: not text in UTF-8; a scenario is a TOML file"),
        (b"#" * 1_000_001, "mine.toml is larger than 1,000,000 bytes; a scenario is a short TOML file"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_one_line(written, content, message):
    path = written(content)
    with pytest.raises(ScenarioError) as refusal:
        scenario.load(path)
    assert str(refusal.value) == str(Path(path).parent) + "/" + message


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("bare_ceasfire", "unknown scenario 'bare_ceasfire'; did you mean 'bare_ceasefire'?"),
        ("paris", "unknown scenario 'paris'; did you mean 'paris_declaration'?"),
        ("paris_without_troops", "unknown scenario 'paris_without_troops'; did you mean 'paris_declaration_without_troops'?"),
        ("", "unknown scenario ''; there are: bare_ceasefire, limited_reassurance_force"),
        ("nowhere.toml", "there is no file nowhere.toml"),
        ("nowhere/mine", "there is no file nowhere/mine"),
        ("/", "/ is a folder; a scenario is a short TOML file"),
        ("/dev/zero", "/dev/zero is not a regular file; a scenario is a short TOML file"),
        ("a\0b.toml", "cannot read a\\x00b.toml: no file can have such a name"),
        ("x" * 5000 + ".toml", "cannot read xxx"),
        ("x" * 5000, "unknown scenario 'xxx"),
    ],
)
def test_a_scenario_that_is_not_there(typed, message):
    with pytest.raises(ScenarioError) as refusal:
        scenario.load(typed)
    assert str(refusal.value).startswith(message)
    assert len(str(refusal.value)) < 500


@pytest.mark.parametrize(
    ("assignments", "message"),
    [
        (["arms"], "'arms' is not of the form LEVER=VALUE"),
        (["=1"], "'=1' is not of the form LEVER=VALUE"),
        (["arms="], "'arms=' is not of the form LEVER=VALUE"),
        (["armz=1"], "unknown lever 'armz'; did you mean 'arms'?"),
        (["arms=much"], "arms takes a number from 0 to 1, not much"),
        (["arms=.1", "arms=.2"], "the lever arms is given twice"),
        (["mindset=opportunist"], "mindset is an uncertainty, not a lever: it is given with --fix or under [uncertainties]"),
    ],
)
def test_assignments_that_are_refused(assignments, message):
    with pytest.raises(ScenarioError) as refusal:
        scenario.parse_assignments(assignments, LEVERS)
    assert str(refusal.value) == message


def test_assignments_that_are_accepted():
    assert scenario.parse_assignments(["arms = .5", "legal_form=treaty", "nato_mission=on"], LEVERS) == {
        "arms": 0.5,
        "legal_form": 1.0,
        "nato_mission": 1.0,
    }
    assert scenario.parse_assignments([], UNCERTAINTIES) == {}


@pytest.mark.parametrize("name", ["share_in_cities", "share_on_line"])
def test_posture_is_checked_for_variants_too(name):
    posture = {"share_in_cities": 0.7, "share_on_line": 0.3}
    base = scenario.load("bare_ceasefire").with_levers(posture)
    with pytest.raises(ScenarioError, match="add up to at most 1"):
        base.with_levers({name: 0.9})


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.binary(max_size=300) | some.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_garbage_is_refused_and_nothing_worse(written, garbage):
    try:
        scenario.load(written(garbage))
    except ScenarioError as refusal:
        assert str(refusal).isprintable()


NAMES = some.sampled_from([*LEVERS, *UNCERTAINTIES, "title", "armz", '"a b"'])
VALUES = some.one_of(
    some.integers().map(str),
    some.floats().map(repr),
    some.sampled_from(["true", '"on"', "[]", "[1, 2]", "{x = 1}", "2026-01-05", "12:00:00", '""', "'treaty'", "1e400", "-0.0"]),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.sampled_from(["levers", "uncertainties", "rules"]), some.dictionaries(NAMES, VALUES, max_size=4))
def test_any_values_give_a_valid_scenario_or_a_refusal(written, table, settings):
    content = f"[{table}]\n" + "".join(f"{name} = {value}\n" for name, value in settings.items())
    try:
        loaded = scenario.load(written(content))
    except ScenarioError as refusal:
        assert "mine.toml" in str(refusal)
    else:
        assert all(quantity.low <= loaded.levers[name] <= quantity.high for name, quantity in LEVERS.items())
        assert all(UNCERTAINTIES[name].parse(value) == value for name, value in loaded.pins.items())


@pytest.mark.parametrize("text", ["a." * 100_000 + "a = 1", "[levers]\n" + "'a'." * 50_000 + "a = 1", "[" + "a . " * 30 + "a]"])
def test_a_key_of_very_many_parts_is_refused_at_once(text, tmp_path):
    path = tmp_path / "deep.toml"
    path.write_text(text)
    with pytest.raises(ScenarioError, match="more than 20 parts"):
        scenario.load(str(path))


@pytest.mark.parametrize("name", ["line\nbreak", "escape\x1b[31m", "x" * 201])
def test_a_file_whose_name_cannot_be_a_scenarios_is_refused(name, tmp_path):
    path = tmp_path / f"{name}.toml"
    path.write_text("[levers]\narms = 1\n")
    with pytest.raises(ScenarioError, match="the name of its file"):
        scenario.load(str(path))


def test_a_title_is_as_long_as_every_part_of_the_program_takes(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(f'title = "{"t" * 200}"\n[levers]\narms = 1\n')
    assert len(scenario.load(str(path)).title) == 200
    path.write_text(f'title = "{"t" * 201}"\n[levers]\narms = 1\n')
    with pytest.raises(ScenarioError, match="line 1: a title is a line of at most 200 characters, not 201"):
        scenario.load(str(path))
