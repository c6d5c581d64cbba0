"""What the Mesa model collects each week. Plain functions, so that a model with its collector can be copied and pickled."""

from .outcomes import RUNGS, WORDS, WORST


def week(model) -> int:
    """Weeks played so far."""
    return model.week


def rung(model) -> str:
    """Today's rung on the ladder of deeds."""
    return RUNGS[int(model.world.ladder.rung)]


def words(model) -> str:
    """The gravest words of the week."""
    return WORDS[int(model.world.ladder.words)]


def worst(model) -> str:
    """The worst outcome reached so far."""
    return WORST[int(model.world.outcome.worst)].name


def troops(model) -> float:
    """Foreign troops in Ukraine, thousand."""
    return float(model.world.coalition.troops)


def joiners(model) -> int:
    """States that have decided to send troops."""
    return int(model.world.coalition.joiners)


def belief(model) -> float:
    """Moscow's belief that the coalition is hard, 0 to 1."""
    return float(model.world.russia.belief)


def promised_answer(model) -> float:
    """Chance of an answer to a general war, as promised."""
    return float(model.world.coalition.promised_answer)


def true_answer(model) -> float:
    """The same at the allies' true will."""
    return float(model.world.coalition.true_answer)


def believed_answer(model) -> float:
    """The same as Moscow believes."""
    return float(model.world.coalition.believed_answer)


def kyiv_confidence(model) -> float:
    """Kyiv's confidence in the guarantee, 0 to 1."""
    return float(model.world.ukraine.confidence)


def violations(model) -> float:
    """Ceasefire violations in this step."""
    return float(model.world.field.violations)


def deaths(model) -> float:
    """Deaths by violations in this step."""
    return float(model.world.field.deaths)


def russian_power(model) -> float:
    """Russian usable land power, index."""
    return float(model.world.field.russian_power)


def ukrainian_power(model) -> float:
    """Ukrainian usable land power, index."""
    return float(model.world.field.ukrainian_power)


def washington_will(model) -> float:
    """Washington's will, 0 to 1."""
    return float(model.world.united_states.will)


MODEL = {
    function.__name__: function
    for function in (
        week,
        rung,
        words,
        worst,
        troops,
        joiners,
        belief,
        promised_answer,
        true_answer,
        believed_answer,
        kyiv_confidence,
        violations,
        deaths,
        russian_power,
        ukrainian_power,
        washington_will,
    )
}
"""The model reporters by name."""


def latest(agent) -> str:
    """An actor's latest choice."""
    return agent.latest
