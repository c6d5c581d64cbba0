"""The glossary: terms of art and of this game, each in a sentence. `python -m reassure.runs.docs_pages.glossary` writes the page.

The command `reassure glossary` and the browser show the same.
"""

from pathlib import Path
from typing import NamedTuple

from ..files.whole import write_whole

PLACE = Path(__file__).resolve().parents[2] / "docs" / "glossary.md"


class Entry(NamedTuple):
    """A term and what it means here."""

    term: str
    meaning: str


GLOSSARY = tuple(
    Entry(*pair)
    for pair in (
        ("affront", "Russian resentment of foreign flags in Ukraine, flat in their number; no data exist on its size."),
        ("ally", "One of the 30 European members of the Alliance or Canada: 31 agents with national data."),
        (
            "anticipation",
            "War now set against war a year ahead, under trends that everyone can see: a closing window makes waiting costly.",
        ),
        ("attention", "How much of the outside world's mind is on Ukraine; it fades, and deeds stir it again."),
        ("attribution", "How well it can be seen who began a fight: monitors and intelligence."),
        ("backstop", "Washington's promise to stand behind the coalition, short of ground troops."),
        (
            "bar",
            "In a chart of reasons: how much a term speaks for the option chosen. For an ally: what a step up the scale must overcome.",
        ),
        ("belief", "Moscow's probability that the coalition is of the kind that answers."),
        ("branch", "The same future from some week on with something changed: a lever, an order."),
        ("circumstance", "A number drawn anew in each future: the mindset, Washington's will, the weather of politics."),
        ("clash", "Fighting between forces of coalition states and Russia's in Ukraine."),
        (
            "coefficient",
            "A number of the rules with one value for every case and every future; open to question, so it can be fixed otherwise.",
        ),
        ("conditional cover", "A guarantee that excludes fighting that Kyiv began, as far as it can be seen who did."),
        (
            "confidence",
            "Kyiv's trust, between 0 and 1, that others would come to its help: built and spent by what the allies do.",
        ),
        ("contingent", "The soldiers a state can send and keep up through rotation."),
        (
            "credibility gap",
            "The answer as promised less the answer Moscow believes in: how much of a promise is not believed. Promising more widens it, "
            "so whether a guarantee deters is read from the answer believed in, not from the gap.",
        ),
        ("denial", "What a force adds to the defence by fighting strength; little, for a small one."),
        ("deterred", "A verdict: without the troops this future's ceasefire fails, with them it holds."),
        (
            "erosion",
            "Ground taken and kept, without major war: a grab opens a contest, and what is not regained in it is lost. Such a future ends eroded at worst.",
        ),
        ("escalated", "A verdict: the ceasefire fails either way, with the troops by a clash or worse."),
        ("failure", "A ceasefire that is eroded or worse: ground lost, renewed war, a clash, a wider war."),
        ("fear", "Russian fear of strength and nearness; no data exist on its size."),
        ("future", "One course of events: a scenario, a seed and a run give it to the last bit."),
        ("grievance", "What fear and affront take from the worth Moscow sees in things as they are."),
        ("held", "No more than one year with 25 deaths by violations or more, no ground lost, no war."),
        ("horizon", "How many weeks a future lasts: 260, five years, unless asked otherwise."),
        ("leaning", "The draw a government keeps until the next one: how it tends to decide within the odds."),
        ("lever", "Something a planner decides: the force, its law, its rules, American help, arms."),
        ("log odds", "A probability as the logarithm of p / (1 - p): sums of reasons become odds."),
        ("luck", "The random numbers of a future, each with a written number, so that policies can be compared on the same ones."),
        ("mindset", "What moves Moscow: security-seeker, opportunist, revisionist or prestige-driven; nobody knows which."),
        ("odds", "Probabilities of what may come, or of each option in a choice."),
        ("order", "A decision given from outside in place of the draw; refused if the option is not open then."),
        ("overdue", "Pledged troops that should be there by now and are not."),
        ("paired difference", "The same futures with and without something; the luck common to both falls out."),
        ("placebo", "A change that should change nothing (a lever moved by a hundredth): how much sorting is due to luck alone."),
        ("provoked", "A verdict: without the troops this future's ceasefire holds, with them it fails."),
        ("quorum", "The share of contributors, weighted by troops, whose vote for force binds the coalition."),
        (
            "reassurance force",
            "European troops in Ukraine after a ceasefire, behind the line or on it, meant to reassure Kyiv and deter Moscow.",
        ),
        (
            "rival reading",
            "One of two ways in which the literature takes a rule; each future draws one, and compare shows results under each.",
        ),
        ("rules of engagement", "How far the force may fight: from self-defence alone to defence of Ukraine."),
        ("run", "The number of a future under a seed; the same run under two policies has the same luck."),
        ("rung", "A step of the ladder of deeds, from calm to nuclear use; words have a ladder of their own."),
        ("scenario", "Levers set to what some plan means; a TOML file."),
        ("seed", "The number from which all luck of a batch follows."),
        ("simmering", "25 deaths by violations or more in each of two years or more; no ground lost, no war."),
        ("situation", "All that capitals can see; none sees the world behind it."),
        ("sorting", "Futures by what they become with and without: deterred, provoked, escalated, held anyway, not deterred."),
        ("term", "A named reason in the worth of an option, with its source."),
        ("tripwire", "Own troops that an attack cannot avoid: their deaths bind their governments."),
        ("twin", "A scenario without its troops and otherwise identical."),
        ("uncertainty", "Something nobody decides: a coefficient or a circumstance, with a range."),
        ("utility", "The worth of an option; 1 is the worth of Ukraine's full submission to a typical revisionist."),
        ("verdict", "How the futures sort, troops against none; see sorting."),
        ("wider war", "War between coalition states and Russia beyond Ukraine."),
        ("will", "A state's readiness to act when it comes to it, in log odds; Washington's is between 0 and 1."),
    )
)


def found(words: str) -> tuple[Entry, ...]:
    """The entries with all of these words in term or meaning; those whose term begins so come first. All for no words."""
    sought = words.casefold().split()
    hits = [entry for entry in GLOSSARY if all(word in f"{entry.term} {entry.meaning}".casefold() for word in sought)]
    return tuple(sorted(hits, key=lambda entry: not entry.term.startswith(words.casefold().strip())))


def page() -> str:
    """The text of the page."""
    entries = "\n".join(f"- **{entry.term}**: {entry.meaning}" for entry in GLOSSARY)
    return (
        "# Glossary\n\nWritten by `python -m reassure.runs.docs_pages.glossary`; the terminal has it as `reassure glossary [WORDS]`,\n"
        f"the browser at the foot of the page.\n\n{entries}\n"
    )


def main() -> None:
    """Write the page."""
    write_whole(PLACE, page())


if __name__ == "__main__":
    main()
