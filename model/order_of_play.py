"""The order of play: one list of a week's steps.

The compiled loop (`model/turn.py`) plays them, the Mesa model (`model/wargame.py`) walks through this list, and the docs are
written from it; a test fails if any of them plays or tells another.
"""

from typing import NamedTuple


class Step(NamedTuple):
    """One step of a week."""

    name: str
    """Name of the rule of `model/turn.py` that plays it."""
    who: str
    """Whose step it is, in words."""
    meaning: str
    """What happens in it."""
    agents: str = ""
    """Attribute of the Mesa model that holds the agents that act in it instead, or empty."""
    method: str = "step"
    """What these agents do."""
    orders: bool = False
    """Whether it is about the orders from outside, which stand beside the world."""


ORDER_OF_PLAY = (
    Step("open_week", "chance", "opportunities and mishaps fall, everyone sees last week's deeds"),
    Step("deliver_orders", "whoever plays along", "orders from outside reach their actors", orders=True),
    Step("washington_acts", "Washington", "its will drifts; it reviews deliveries, or takes a stance in a crisis", "united_states"),
    Step("update_mandate", "the mandate", "the presence is authorised, its mandate renewed, or it lapses"),
    Step("set_the_mood", "the allies together", "what counts this week for all of them alike is worked out"),
    Step("allies_act", "the allies", "each whose turn it is reviews its part, decides, or is alarmed", "allies_in_turn"),
    Step("count_allies", "the allies together", "who is pledged, deployed and blocking is counted"),
    Step("before_moscow", "the force and the balance",
         "contingents move, attention fades, both armies rebuild, all look again and ahead; Moscow forms belief and grievance"),
    Step("face_contact", "accidents",
         "last week's deadly contact or counter-attack may have become a fight that must be answered now"),
    Step("moscow_acts", "Moscow", "it chooses, if an opportunity falls or a crisis is on", "russia"),
    Step("after_moscow", "Moscow's deeds", "conduct, attacks and crises that follow from its choice"),
    Step("allies_vote", "the allies", "those who have a say vote on an attack", "allies_with_a_say", "vote"),
    Step("answer", "the coalition", "the votes are counted, the attack is resolved, everyone learns from it"),
    Step("kyiv_feels", "Kyiv", "its confidence moves towards what is warranted"),
    Step("kyiv_acts", "Kyiv", "it chooses its conduct, if an opportunity falls", "ukraine"),
    Step("after_kyiv", "Kyiv's deeds", "what a counter-attack or pressing its luck sets off at once"),
    Step("take_back_orders", "whoever plays along", "an order that was not open then is taken back as refused", orders=True),
    Step("close_week", "the reckoning",
         "fighting, violations, accidents; moods fade, the ladder moves, sums and outcomes are kept; the clock moves on"),
)  # fmt: skip
"""A week, step by step, always in this order."""
