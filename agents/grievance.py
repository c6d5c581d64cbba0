"""What Moscow minds: fear of capability and nearness, affront at flags. Provocation enters here and only here (C32, T13, T14).

Fear counts what could hurt, affront what can be seen; troops sit in both on purpose, and the two sizes are drawn independently
over a wide range, because no data exist and they decide every "provoked".
"""

from .arithmetic import exp
from .curves import at_least, saturating
from .rule import phrase, rule
from .structure import nearness_matters
from .uncertainty import About, Fixed, Uniform, coefficients

NUMBERS = coefficients(
    About.MOSCOW,
    Uniform("fear_size", "factor", 0, 2, 1,
        "Size of Russian fear of capability and nearness; no data exist.", "C32, T13; assumption", luck=4),
    Uniform("affront_size", "factor", 0, 2, 1,
        "Size of Russian affront at foreign flags; no data exist.", "C32, C33; assumption", luck=5),
    Fixed("announcement_felt", "share", 0, 1, 0.4,
        "How far troops announced for the coming year count as troops already there.", "C32, C33; size assumption", luck=487),
    Fixed("fear_troops", "fear", 0, 0.6, 0.3, "Fear of a large force on the line.", "C32, T13; size assumption", luck=488),
    Fixed("fear_troops_scale", "thousand", 10, 100, 30,
        "Soldiers at which that fear has grown to 63 per cent of the most it can be.", "assumption", luck=489),
    Fixed("fear_in_cities", "share", 0, 1, 0.5,
        "How near troops in the cities are felt to be, against troops on the line.", "T14; size assumption", luck=490),
    Fixed("fear_in_rear", "share", 0, 1, 0.25,
        "How near troops in the rear are felt to be, against troops on the line.", "T14; size assumption", luck=491),
    Fixed("fear_air", "fear", 0, 0.32, 0.16, "Fear of American air power, steadily there.", "C10, T13; size assumption", luck=492),
    Fixed("fear_basing", "fear", 0, 0.24, 0.12, "Fear of American basing.", "C19, T13; size assumption", luck=493),
    Fixed("fear_ukraine", "fear per power", 0, 0.5, 0.25,
        "Fear of Ukraine's own strength, as far as it exceeds what is felt as harmless.", "T3, T13; size assumption", luck=494),
    Fixed("fear_ukraine_threshold", "power", 0.4, 1, 0.65,
        "Ukrainian land power that is felt as harmless.", "assumption", luck=495),
    Fixed("fear_hedge", "fear", 0, 0.24, 0.12, "Fear of Ukraine's long-range arm.", "C43, T13; size assumption", luck=496),
    Fixed("fear_mission", "fear", 0, 0.4, 0.2, "Fear of a mission of the Alliance.", "C46, C32; size assumption", luck=497),
    Fixed("fear_calmed_by_consent", "share", 0, 1, 0.5,
        "Part of the fear that Russian consent takes away.", "C33; size assumption", luck=498),
    Fixed("fear_calmed_by_monitors", "share", 0, 0.5, 0.25,
        "Part of the fear that full monitoring takes away.", "C29; size assumption", luck=499),
    Fixed("affront_flags", "affront", 0, 0.4, 0.2, "Affront at foreign flags, flat in number.", "C32; size assumption", luck=500),
    Fixed("affront_flags_half", "thousand", 1, 10, 4, "Soldiers at which flags affront by half.", "assumption", luck=501),
    Fixed("affront_numbers", "affront", 0, 0.24, 0.12,
        "Affront at great numbers of foreign troops.", "C32; size assumption", luck=502),
    Fixed("affront_numbers_scale", "thousand", 10, 120, 40,
        "Soldiers at which that affront has grown to 63 per cent of the most it can be.", "assumption", luck=503),
    Fixed("affront_mission", "affront", 0, 0.3, 0.15,
        "Affront at a mission of the Alliance.", "C46, C32; size assumption", luck=504),
    Fixed("affront_on_line", "factor", 0.8, 2, 1.3, "How visible flags are on the line.", "T14; size assumption", luck=505),
    Fixed("affront_in_cities", "factor", 0.5, 1.5, 1, "How visible flags are in the cities.", "T14; size assumption", luck=506),
    Fixed("affront_in_rear", "factor", 0.3, 1.2, 0.75, "How visible flags are in the rear.", "T14; size assumption", luck=507),
    Fixed("affront_calmed_by_consent", "share", 0, 1, 0.8,
        "Part of the affront that Russian consent takes away.", "C33; size assumption", luck=508),
    Fixed("grievance_base_weight", "factor", 0, 1, 0.5,
        "How much of what the mindset minds at any rate, force or no force, weighs in daily life.", "assumption", luck=509),
    Fixed("grievance_imposed", "utility", 0, 0.3, 0.1,
        "Grievance at terms imposed by third parties in full.", "T34, A7; size assumption", luck=510),
    Fixed("grievance_bloodshed", "utility", 0, 0.15, 0.04,
        "Grievance at any number of deaths by violations: they harden both sides.", "sign: 2.5, 2.9 (Huth 1988); size assumption",
        luck=828),
)  # fmt: skip


@rule
def felt_troops(situation, assumed):
    """Thousand soldiers as Moscow feels them: what the schedule announces for the coming year already counts for a part."""
    return at_least(situation.troops, assumed.announcement_felt * situation.expected)


@rule
def notice(russia, situation, assumed):
    """The force as Moscow feels and sees it; worked out when its number changes, not every week."""
    troops = felt_troops(situation, assumed)
    if troops != russia.felt_troops:
        russia.felt_troops = troops
        russia.weight_of_troops = 1.0 - exp(-troops / assumed.fear_troops_scale)
        russia.flags_shown = saturating(troops, assumed.affront_flags_half)
        russia.show_of_troops = assumed.affront_flags * russia.flags_shown + assumed.affront_numbers * (
            1.0 - exp(-troops / assumed.affront_numbers_scale)
        )


@phrase
def by_place(on_line, in_cities, in_rear, levers, assumed):
    """What troops are to Moscow by where they stand; where it is strength alone that counts, all as if they stood in the cities."""
    if nearness_matters(assumed):
        rest = 1.0 - levers.share_in_cities - levers.share_on_line
        return on_line * levers.share_on_line + in_cities * levers.share_in_cities + in_rear * rest
    return in_cities


@rule
def fear(russia, situation, levers, assumed):
    """Fear, about 0 to 1 before its size is applied; consent and monitors lower it. Needs the force noticed."""
    nearness = by_place(1.0, assumed.fear_in_cities, assumed.fear_in_rear, levers, assumed)
    felt = (
        assumed.fear_air * situation.air
        + assumed.fear_basing * situation.basing
        + assumed.fear_troops * russia.weight_of_troops * nearness
        + assumed.fear_ukraine * at_least(situation.ukrainian_power - assumed.fear_ukraine_threshold, 0.0)
        + assumed.fear_hedge * situation.hedge
        + assumed.fear_mission * situation.mission * russia.flags_shown
    )
    consented = 1.0 - assumed.fear_calmed_by_consent * levers.russian_consent
    watched = 1.0 - assumed.fear_calmed_by_monitors * levers.monitors
    return assumed.fear_size * felt * consented * watched


@rule
def affront(russia, situation, levers, assumed):
    """Affront, about 0 to 1 before its size is applied; consent takes most of it away. Needs the force noticed."""
    visible = russia.show_of_troops + assumed.affront_mission * situation.mission * russia.flags_shown
    where = by_place(assumed.affront_on_line, assumed.affront_in_cities, assumed.affront_in_rear, levers, assumed)
    return assumed.affront_size * visible * where * (1.0 - assumed.affront_calmed_by_consent * levers.russian_consent)


@rule
def resent(russia, situation, levers, assumed):
    """Update fear, affront and the grievance they sum to: the value lost by living with things as they are."""
    notice(russia, situation, assumed)
    russia.fear = fear(russia, situation, levers, assumed)
    russia.affront = affront(russia, situation, levers, assumed)
    standing = (
        assumed.grievance_base_weight * russia.base_grievance
        + assumed.grievance_imposed * levers.imposed_terms
        + assumed.grievance_bloodshed * situation.bloodshed
    )
    russia.grievance = (1.0 - russia.normalised) * (
        standing + russia.fear_weight * russia.fear + russia.affront_weight * russia.affront
    )
