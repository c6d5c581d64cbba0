"""Who or what begins the wars, in words."""

from ...model.outcomes import ORIGINS

SPOKEN = {
    "moscow_launched": "Moscow's own mobilisation and launch",
    "kyiv_pressed": "a crisis that Kyiv's pressing set off",
    "accident": "a crisis that nobody chose",
    "grab_spread": "a grab for ground that spread",
    "clash_spread": "a clash with the force that spread",
}
"""What began a war, as the noun a sentence needs."""

NAMES = tuple(each.name for each in ORIGINS if each.name in SPOKEN)
"""The origins that a war can have, in their order."""
