"""Every uncertainty: what nobody decides and nobody knows. Declared once, with distribution and source.

A `Fixed` one stays at its default unless it is pinned or swept; its range says how far argument lets it go. The others are
drawn once a run, at week 0. *Assumption* means that no data were found; such ranges serve sensitivity, not belief.
"""

from dataclasses import dataclass

from ..agents.mindset import MINDSETS
from ..agents.record import FLOAT, INTEGER, floats, record
from .declaration import Choice, Declarations, Quantity

FIXED, UNIFORM, TRIANGULAR, NORMAL, LOGNORMAL, CATEGORY = range(6)
"""How an uncertainty is drawn: kinds of distribution."""


@dataclass(frozen=True)
class Fixed(Quantity):
    """A coefficient held at its default, with a range for sensitivity runs."""

    kind = FIXED
    spread = 0.0

    def distribution_text(self) -> str:
        """The distribution in words."""
        return "fixed"


@dataclass(frozen=True)
class Uniform(Fixed):
    """Drawn evenly over the range."""

    kind = UNIFORM

    def distribution_text(self) -> str:
        return "uniform"


@dataclass(frozen=True)
class Triangular(Fixed):
    """Drawn from a triangle over the range with its peak at the default."""

    kind = TRIANGULAR

    def distribution_text(self) -> str:
        return f"triangular, peak {self.default:g}"


@dataclass(frozen=True)
class Normal(Fixed):
    """Drawn from a normal around the default with standard deviation `spread`, held within the range."""

    kind = NORMAL
    spread: float = 0.0

    def distribution_text(self) -> str:
        return f"normal, s.d. {self.spread:g}"


@dataclass(frozen=True)
class LogNormal(Normal):
    """Drawn as default x exp(spread x z), held within the range."""

    kind = LOGNORMAL

    def distribution_text(self) -> str:
        return f"lognormal, s.d. of log {self.spread:g}"


@dataclass(frozen=True)
class Category(Choice):
    """Drawn from named values with equal chances."""

    kind = CATEGORY
    spread = 0.0

    def distribution_text(self) -> str:
        """The distribution in words."""
        return "equal chances"


UNCERTAINTIES: Declarations[Fixed | Category] = Declarations(
    "uncertainty",
    # Moscow
    Category("mindset", "one of four", 0, len(MINDSETS) - 1, 0,
             "Which Russia this is; equal chances stand for ignorance.", "rival readings of Moscow's aims; prior: assumption",
             choices=tuple((mindset.name, float(index)) for index, mindset in enumerate(MINDSETS))),
    Normal("value_shift", "utility", -0.5, 0.5, 0, "How far this Moscow's value of the aim departs from its mindset's.",
           "A13; assumption", spread=0.12),
    Fixed("challenger_value", "0 to 1, codebook", 0, 1, 0.9,
            "Value of the prize as the case library codes it; Ukraine is at the extreme.", "cases.csv, evidence weak spot 7"),
    LogNormal("cost_sensitivity", "factor", 0.5, 2, 1, "How heavily costs weigh in Moscow beside its mindset's own factor.",
              "assumption", spread=0.15),
    Uniform("fear_size", "factor", 0, 2, 1, "Size of Russian fear of capability and nearness; no data exist.",
            "C32, T13; assumption"),
    Uniform("affront_size", "factor", 0, 2, 1, "Size of Russian affront at foreign flags; no data exist.", "C32, C33; assumption"),
    Fixed("precision", "per utility", 2, 18, 12, "How surely Moscow takes the better option.", "T11; calibrated by hand: A1, A9, A10"),
    Fixed("conduct_precision", "factor", 1, 8, 5, "How much surer it is in daily conduct, where the stakes are small and routine.",
          "calibrated by hand: case library, A33, A34"),
    Fixed("dissimilarity", "share", 0.5, 1, 0.7, "How unlike the options within a class are (nested logit).", "assumption"),
    Fixed("conduct_rate", "a year", 4, 26, 12, "Opportunities to change daily conduct.", "assumption"),
    Fixed("strategic_rate", "a year", 1, 4, 2.5, "Opportunities for strategic acts: campaign seasons.", "assumption"),
    Uniform("anticipation_weight", "factor", 0, 2, 1, "How much Moscow minds a window that closes or opens.", "T3, X2; assumption"),
    Fixed("resolve_spread", "log odds", 0, 2.5, 1.8, "How far a hard and a soft coalition lie apart in Moscow's mind.", "X4, X5"),
    Fixed("absence_discount", "share", 0, 1, 0.3, "Chance of an answer where no troops stand, against where they do.",
          "assumption"),
    Fixed("coercion_gain", "utility", 0, 0.3, 0.12, "What hybrid attacks and threats win from a doubtful coalition.", "assumption"),
    Fixed("coercion_cost", "utility", 0.02, 0.2, 0.1, "Own cost of hybrid attacks and threats.", "calibrated by hand: case library"),
    Fixed("probe_cost", "utility", 0.02, 0.2, 0.12, "Own cost of a probe.", "calibrated by hand: case library"),
    Fixed("information_value", "utility", 0, 0.5, 0.2, "What a test of an unsure coalition is worth.", "T26; assumption"),
    Fixed("seizure_cost", "utility", 0.2, 0.45, 0.3, "Own cost of a grab for ground.", "assumption"),
    Fixed("strike_cost", "utility", 0.2, 0.8, 0.42, "Own cost of striking the foreign force.", "T18; assumption"),
    Fixed("mobilisation_cost", "utility", 0.1, 0.45, 0.22, "Cost of mobilising, paid before anything is won.", "calibrated by hand: A1, A9, A10"),
    Fixed("military_cost", "utility", 0.3, 0.6, 0.44, "Cost of a war at parity.", "T1; assumption"),
    Uniform("sanctions_cost", "utility", 0, 0.5, 0.3, "Cost of full sanctions; no estimate was found.", "C35, A44: wide"),
    Fixed("isolation_cost", "utility", 0, 0.2, 0.08, "Cost of full isolation.", "C36"),
    Fixed("clash_cost", "utility", 0.8, 2.4, 1.6, "Cost of fighting the states whose troops stand there.", "C18, C27, C31"),
    Fixed("escalation_cost", "utility", 0, 0.3, 0.15, "Shadow of escalation beyond Ukraine.", "T8, C52"),
    # belief
    Fixed("belief_base", "log odds", -4, -1, -2.5, "Belief that a coalition with nothing to show is hard.", "C50; assumption"),
    Fixed("belief_legal", "log odds", 0, 2.6, 1.3, "Weight of the legal form.", "A18, C37"),
    Fixed("belief_presence", "log odds", 0, 0.9, 0.45, "Weight of flags on the ground, flat in number.", "A19, T15"),
    Fixed("belief_capability", "log odds", 0, 3.2, 1.6, "Weight of fighting capability.", "C31"),
    Fixed("belief_rules", "log odds", 0, 1.2, 0.6, "Weight of the rules of engagement.", "T29"),
    Fixed("belief_cohesion", "log odds", 0, 1, 0.5, "Weight of the number of flags.", "C25"),
    Fixed("belief_backstop", "log odds", 0, 1.4, 0.7, "Weight of Washington's backing, given its conduct.", "C8, C12"),
    Fixed("belief_surge", "log odds", 0, 2.4, 1.2, "Weight of a crisis surge that Washington really makes.", "RAND RR2533"),
    Fixed("belief_undelivered", "log odds", 0, 1.8, 0.9, "Weight of pledges overdue.", "C47, C50"),
    Uniform("updating", "factor", 0, 1.5, 0.75, "How much Moscow learns from answers; studies disagree.",
            "2.9: Press 2005, Mercer 1996 v. Weisiger & Yarhi-Milo 2015"),
    Fixed("memory_half_life", "weeks", 52, 400, 104, "How fast such lessons fade.", "assumption"),
    # the coalition's answer
    Fixed("answer_base", "log odds", -3, -1, -1.9, "Readiness to fight with nothing at stake.", "A17; assumption"),
    Fixed("answer_touched", "log odds", 0, 2, 1, "Own troops under attack.", "2.6: Schelling 1966 v. Musgrave & Ward 2023"),
    Fixed("answer_presence", "log odds", 0, 0.3, 0.12, "Own troops in the country, not under attack.", "A19"),
    Fixed("answer_legal", "log odds", 0, 2, 1.25, "Legal obligation.", "A18, T24"),
    Fixed("answer_success", "log odds", 0, 1.2, 0.6, "Prospect of success.", "A20"),
    Fixed("answer_deaths", "log odds", 0, 1, 0.5, "Tenfold own deaths, as far as success looks poor.", "T18, X10"),
    Fixed("answer_backed", "log odds", 0, 1.6, 0.8, "Washington stands behind it.", "C12, C8"),
    Fixed("answer_rules", "log odds", 0, 1, 0.5, "Rules of engagement allow it.", "C39, T29"),
    Fixed("answer_policy", "log odds", 0, 1.5, 0.7, "A declared policy of conceding or of answering a rung higher.", "T27"),
    Fixed("answer_precision", "per log odds", 0.5, 3, 1.6, "How surely a state votes as it leans.", "2.4; assumption"),
    Fixed("resolve_common_spread", "log odds", 0, 1.2, 0.7, "Spread of the will all allies share.", "rulebook trial; assumption"),
    Fixed("resolve_national_spread", "log odds", 0, 1.2, 0.6, "Spread of each nation's own will.", "assumption"),
    # joining
    Fixed("join_base", "score", -3, 1, -1.15, "Willingness to send troops with nothing for or against.", "A23, two-point fit"),
    Fixed("join_threat", "score", 0, 2, 1.1, "Felt threat.", "C21; profiles"),
    Fixed("join_opinion", "score", 0, 1.6, 0.8, "Net public support.", "A39, A40"),
    Fixed("join_backstop", "score", 0, 1, 0.44, "Washington's backstop.", "C8; two-point fit"),
    Fixed("join_leaders", "score", 0, 2.6, 1.3, "Britain and France are in.", "C5, T19"),
    Fixed("join_contagion", "score", 0, 6, 3, "Share of states already in.", "2.7: Granovetter 1978"),
    Fixed("join_escalation", "score", 0, 1.6, 0.8, "Tension and weariness.", "C22"),
    Fixed("join_cost", "score", 0, 2, 0.5, "Cost as a share of defence spending.", "A27, A42"),
    Fixed("join_precision", "per score", 1, 8, 3.6, "How surely a state follows its score.", "assumption"),
    Fixed("theatre", "score", 0, 1, 0.25, "How much easier pledging is than deploying.", "C47"),
    Uniform("decision_lag", "weeks", 4, 26, 12, "Longest national way from a pledge to a decision.", "C1"),
    Fixed("government_change_rate", "a year", 0, 0.5, 0.25, "Changes of government, which redraw a national stance.",
          "assumption: about four years"),
    Fixed("usable_share", "share", 0.04, 0.2, 0.12, "Share of active personnel that can be drawn on for land deployment.",
          "A24: about 20 per cent of one army for one brigade"),
    Fixed("rotation", "units at home per unit deployed", 1, 4, 2, "Rotation.", "A24: two, A23: three"),
    Uniform("weariness_half_life", "weeks", 52, 156, 87, "How fast losses and incidents are forgotten.", "assumption"),
    # Washington
    Normal("will_level", "share, 0 to 1", 0.02, 0.98, 0.5, "Level to which Washington's will returns.", "C11; assumption",
           spread=0.25),
    Fixed("will_return", "a week", 0, 0.1, 0.02, "Speed of return to that level.", "assumption"),
    Fixed("will_noise", "root week", 0, 0.1, 0.03, "Weekly noise of the will.", "assumption"),
    Fixed("election_spread", "share", 0, 0.5, 0.25, "Spread of the new level after a presidential election.", "C11"),
    Fixed("midterm_spread", "share", 0, 0.3, 0.12, "Spread of its shift after midterms.", "C11; assumption"),
    Fixed("policy_rate", "a year", 1, 12, 4, "Reviews of Washington's deliveries.", "assumption"),
    Fixed("us_multiplier", "factor", 0, 1, 1, "How far European credibility depends on Washington.", "C12, C31"),
    # Kyiv and support
    Fixed("confidence_base", "log odds", -2, 0, -0.75, "Kyiv's confidence with no guarantee.", "A36: 32 per cent"),
    Fixed("confidence_presence", "log odds", 0, 1, 0.53, "Presence far from the front.", "A36: 42 per cent, at 25 thousand"),
    Fixed("confidence_shield", "log odds", 0, 2, 0.95, "Presence that would fight.", "A36: 61 per cent, at 25 thousand"),
    Fixed("confidence_legal", "log odds", 0, 2, 1.2, "Legal form.", "C43, A38"),
    Fixed("emboldening", "utility", 0, 3, 2, "How much confidence tempts Kyiv to press its luck.", "T31: Benson 2012 v. Johnson & Leeds 2011"),
    Fixed("kyiv_rate", "a year", 4, 26, 13, "Kyiv's opportunities to change its conduct.", "assumption"),
    Fixed("kyiv_precision", "per utility", 1, 10, 4, "How surely Kyiv takes the better option.", "assumption"),
    Uniform("attention_half_life", "weeks", 78, 400, 156, "How fast outside attention, and with it arms and sanctions, fades.",
            "assumption"),
    Fixed("attention_presence", "share", 0, 1, 0.7, "How far own troops there slow the fading.", "2.2: tying hands; assumption"),
    Triangular("reconstitution_years", "years", 2, 10, 5, "Time to rebuild Russian land power in full.", "A32"),
    Fixed("russian_ceiling", "index", 0.8, 1.4, 1.15, "Russian land power when rebuilt; 1 is early 2022.", "A31, A32"),
    Fixed("russian_start", "index", 0.4, 1.2, 0.6, "Russian land power at the ceasefire.", "A30"),
    Fixed("ukrainian_start", "index", 0.3, 1.2, 0.62, "Ukrainian land power at the ceasefire.", "A29"),
    Fixed("ukrainian_base", "index", 0.3, 0.9, 0.55, "Ukrainian land power with no help.", "A29; assumption"),
    # the field
    Fixed("defender_advantage", "quality ratio", 1.2, 2.2, 1.6, "Quality of defence at the theatre's scale, square law.", "T30, X14"),
    Fixed("war_certainty", "per log ratio", 1.5, 3, 2.2, "How surely the stronger side wins a campaign.", "2.11; assumption"),
    Fixed("attrition", "a week", 0.005, 0.06, 0.02, "Weekly attrition coefficient of the square law.", "assumption"),
    Fixed("breaking_point", "share lost", 0.3, 0.7, 0.5, "Share of its force at whose loss a side breaks off.", "2.11: Epstein 1990"),
    Fixed("denial", "index", 0, 0.5, 0.25, "What the force adds to Ukraine's defence at full capability.", "C28"),
    LogNormal("violations_base", "a week", 300, 6000, 2000, "Violations a week with both sides complying, at first.", "A33, A34",
              spread=0.4),
    LogNormal("deaths_per_violation", "deaths", 0.0002, 0.006, 0.0009, "Deaths per recorded violation.",
              "A33 with yearly deaths from memory, low confidence", spread=0.5),
    Fixed("quiet_half_life", "weeks", 26, 300, 104, "How fast violations subside while both sides comply.", "A34"),
    Uniform("normalisation", "a year", 0, 0.15, 0.05, "How fast grievance fades in quiet years; may be nothing.", "assumption"),
    Fixed("contact_rate", "a week", 0, 0.006, 0.0015, "Deadly contact between the force and Russian units.", "assumption"),
    Fixed("accident_rate", "a week", 0, 0.001, 0.00025, "Crises that nobody chose.", "assumption"),
    Uniform("wider_war_rate", "a week of clash", 0.002, 0.02, 0.006,
            "Spread of a clash beyond Ukraine; unsourced, so always shown over its range.", "C52; assumption"),
    Fixed("nuclear_share", "share", 0, 0.3, 0.1, "Share of wider wars that include nuclear use; unsourced.", "2.10: Kahn 1965; assumption"),
    Fixed("casualty_spread", "s.d. of log", 0, 1.5, 1.1, "Spread of own losses in an attack: a factor of three.", "assumption"),
)

UNCERTAINTIES_RECORD = floats(UNCERTAINTIES)
"""The uncertainties of one future, as drawn or pinned, as a record."""

DRAWING = record(
    ("kind", INTEGER), ("low", FLOAT), ("high", FLOAT), ("default", FLOAT), ("spread", FLOAT), ("pinned", INTEGER), ("value", FLOAT)
)
"""How one uncertainty is to be drawn, or that it is pinned and to what."""
