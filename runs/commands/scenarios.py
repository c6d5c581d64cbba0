"""`reassure scenarios`: what there is to compare, one line each."""

from rich.table import Table
from rich.text import Text

from ...model import scenario
from ...model.levers import LEVERS
from ..console.options import JsonOption
from ..console.paragraph import paragraph
from ..console.table import print_table
from ..console.terminal import console, write_json


def scenarios(json: JsonOption = False) -> None:
    """List the scenarios, one line each."""
    loaded = [scenario.load(name) for name in scenario.shipped()]
    if json:
        write_json({each.name: _described(each) for each in loaded})
        return
    table = Table.grid(padding=(0, 2))
    for each in loaded:
        troops = f"up to {each.levers['troop_ceiling']:g} thousand troops" if each.has_troops else "no troops"
        form = LEVERS["legal_form"].text(each.levers["legal_form"])
        table.add_row(Text(each.name, style="bold"), troops, "no guarantee" if form == "none" else f"guarantee: {form}")
    out = console()
    print_table(out, table)
    out.print()
    paragraph(out, "Each has a twin NAME_without_troops, identical in every other lever. In full: reassure show SCENARIO")
    for each in loaded:
        if each.is_a_bid:
            paragraph(out, f"{each.name} needs the consensus of the alliance; as if it agreed: {each.if_it_comes_about().name}")


def _described(each: scenario.Scenario) -> dict[str, object]:
    return {
        "title": each.title,
        "summary": each.summary,
        "source": each.source,
        "start": each.start.isoformat(),
        "has_troops": each.has_troops,
        "twin": each.without_troops().name,
    }
