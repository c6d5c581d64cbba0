"""Every lever: what a scenario decides. Declared once."""

from ..agents.declaration import Choice, Declarations, Quantity, Switch, Whole
from ..agents.record import floats

FORMS = (("none", 0.0), ("political", 0.33), ("time_limited", 0.6), ("treaty", 1.0))
"""Legal forms of the guarantee, by how far they bind: the coding of the case library (evidence, part 4)."""

RESPONSE_POLICIES = (("concede", -1.0), ("reciprocal", 0.0), ("escalate", 1.0))
"""How the coalition means to answer acts below war (T27)."""

SHARE = "share, 0 to 1"

LEVERS = Declarations(
    "lever",
    # the force
    Quantity("troop_ceiling", "thousand soldiers", 0, 150, 0,
             "Largest foreign force the plan allows in Ukraine; states fill it only as far as they are willing.", "A22, A23"),
    Quantity("share_in_cities", SHARE, 0, 1, 0.3,
             "Share of the force that protects cities, ports and energy sites; what is neither there nor on the line is in the rear.",
             "C53; planned form, evidence part 1"),
    Quantity("share_on_line", SHARE, 0, 1, 0, "Share of the force that stands near the line of contact.", "C27, C53"),
    Whole("deploy_start", "week", 0, 520, 4, "Week of the ceasefire in which deployment may begin.", "C4"),
    Quantity("weeks_to_deploy", "weeks", 1, 208, 26, "Time to bring in the whole pledged force.", "C17; assumption"),
    Quantity("rules_of_engagement", SHARE, 0, 1, 0.3,
             "How far the force may fight: 0 observe only, 0.5 defend itself and what it guards, 1 fight beside Ukraine.", "C39, T29"),
    Whole("response_hours", "hours", 0, 168, 48,
          "Time before a decided answer takes effect; a grab may be complete first.", "24/48/72 hour plan, evidence part 1"),
    Quantity("response_quorum", SHARE, 0.05, 1, 0.5,
             "Troop-weighted share of contributors whose vote for force binds the coalition; lower if authority is delegated.",
             "C39; assumption"),
    Choice("response_policy", "how acts below war are answered", -1, 1, 0,
           "Concede, answer in kind, or answer a rung higher.", "T27, Huth 1988", choices=RESPONSE_POLICIES),
    Switch("conditional_cover", "off or on", 0, 1, 0,
           "The guarantee excludes fighting that Kyiv began, as far as attribution shows it.", "T32, Benson 2012"),
    # law and politics
    Choice("legal_form", "how far it binds", 0, 1, 0, "Legal form of the guarantee.", "C6, C37, C41", choices=FORMS),
    Quantity("mandate_years", "years; 0 is open-ended", 0, 20, 0,
             "After how many years the mandate of the force runs out unless renewed.", "C41"),
    Switch("nato_mission", "off or on", 0, 1, 0,
           "The alliance as a body decides, by consensus of 32; any one can block.", "C46"),
    Switch("consensus_forced", "off or on", 0, 1, 0,
           "The alliance's consensus is taken as given (to ask what a mission would do if it came about).", "C46"),
    Quantity("monitors", SHARE, 0, 1, 0.3, "Strength of neutral or US-led ceasefire monitoring.", "C29, A33"),
    Quantity("russian_consent", SHARE, 0, 1, 0, "How far Moscow has agreed to the arrangement.", "C33"),
    Quantity("imposed_terms", SHARE, 0, 1, 0, "How far third parties forced the ceasefire on the sides.", "A7, T34"),
    # the United States
    Quantity("us_backstop", SHARE, 0, 1, 0,
             "How firmly Washington promises to stand behind the coalition.", "C8, C12"),
    Quantity("us_intelligence", SHARE, 0, 1, 0, "US intelligence, reconnaissance and targeting.", "C15, C19"),
    Quantity("us_air_steady", SHARE, 0, 1, 0, "US air support present in quiet times.", "C10, RAND RR2533"),
    Quantity("us_air_surge", SHARE, 0, 1, 0, "US air and ground reinforcement promised for a crisis.", "C10, RAND RR2533"),
    Quantity("us_air_defence", SHARE, 0, 1, 0, "US air and missile defence.", "C16"),
    Quantity("us_logistics", SHARE, 0, 1, 0, "US transport, supply and maintenance.", "C17"),
    Quantity("us_basing", SHARE, 0, 1, 0, "Bases and stocks near Ukraine.", "C19, C49"),
    Quantity("us_ground_troops", "thousand soldiers", 0, 50, 0,
             "US ground troops in Ukraine: none, unless a scenario lifts the red line.", "C9, C11"),
    # the rest of the package
    Quantity("arms", SHARE, 0, 1, 0.35, "Arms and training for Ukraine's own forces.", "C26, C30, C45"),
    Quantity("sanctions", SHARE, 0, 1, 0.35, "Sanctions in force and threatened for renewed aggression.", "C35, A44"),
    Quantity("sanctions_automatic", SHARE, 0, 1, 0.2, "How far they snap back without a new decision.", "C35"),
    Quantity("isolation", SHARE, 0, 1, 0.2, "How far third states would isolate an aggressor.", "C36"),
)

LEVERS_RECORD = floats(LEVERS)
"""The levers of one future as a record."""

TROOP_LEVERS = ("troop_ceiling", "us_ground_troops")
"""Set to zero in a scenario's twin without troops."""
