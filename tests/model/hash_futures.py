"""Plays some futures week by week and prints one hash of all their states: run as a program, compiled or not as the environment says."""

import hashlib
import sys

from reassure.model.future import new_world
from reassure.model.orders import order_records, parse_order
from reassure.model.parameters import adjusted
from reassure.model.scenario import load
from reassure.model.turn import play_week

FUTURES = (
    ("bare_ceasefire", {}, ()),
    ("limited_reassurance_force", {"conditional_cover": "on"}, ("1:esp:pledge", "2:esp:deploy", "9:russia:strike", "9:esp:force")),
    (
        "full_nato_mission",
        {"consensus_forced": "on", "us_ground_troops": 5},
        ("2:russia:mobilise", "3:usa:back", "5:russia:launch"),
    ),
    (
        "external_guarantees",
        {"mandate_years": 0.1},
        ("3:russia:probe", "4:russia:seize@sumy_kharkiv", "6:ukraine:counter_attack", "6:usa:back"),
    ),
    ("paris_declaration", {"response_policy": "escalate"}, ("3:russia:probe", "6:russia:mobilise", "9:russia:stand_down")),
)
"""Scenarios, levers and orders that between them bring every kind of act."""


def main(weeks: int) -> str:
    digest = hashlib.sha256()
    for run, (preset, values, orders) in enumerate(FUTURES):
        parsed = order_records([parse_order(order, weeks) for order in orders], weeks)
        world = new_world(adjusted(load(preset), values), 7, run, weeks=weeks, steps_per_week=1 + run % 2)[0]
        while not world.over:
            play_week(world, parsed)
            digest.update(world.tobytes())
    return digest.hexdigest()


if __name__ == "__main__":
    print(main(int(sys.argv[1])))
