"""The map: everybody is on it, troops are to scale, names keep clear of each other."""

from itertools import combinations

import numpy as np
import pytest

from reassure.agents.chance import WHO
from reassure.agents.commitment import STATUS
from reassure.agents.profiles import ALLIES
from reassure.model.scenario import load
from reassure.model.theatre import SECTOR_NAMES, SECTORS
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.view.drawing import front, names, offshore, palette
from reassure.runs.view.drawing.europe import draw_map
from reassure.runs.view.drawing.marks import radius
from reassure.runs.view.drawing.markup import width_of
from reassure.runs.view.drawing.projection import EUROPE, FRONT
from reassure.runs.view.drawing.stance import stances


@pytest.fixture
def posted(futures):
    """A week in which every ally has troops in Ukraine, from 0.2 thousand to 6.4."""
    history = futures.copied(futures.played(weeks=6))
    world = history[-1:]
    troops = 0.2 * np.arange(1, len(ALLIES) + 2)[: len(ALLIES)]
    world["allies"]["troops"], world["allies"]["status"] = troops, STATUS.deployed
    world["allies"]["share"], world["allies"]["sustainable"] = 1.0, troops
    world["coalition"]["troops"] = troops.sum()
    return history


def test_every_actor_and_sector_can_be_chosen(futures):
    history = futures.played(weeks=6)
    tree = futures.parsed(f"<p>{draw_map(history, load('limited_reassurance_force'))}{front.draw_front(history)}</p>")
    actors = {int(element.get("data-actor")) for element in tree.iter() if element.get("data-actor")}
    assert actors == {WHO.russia, WHO.ukraine, WHO.united_states, *(WHO.first_ally + index for index in range(len(ALLIES)))}
    assert {element.get("data-sector") for element in tree.iter() if element.get("data-sector")} == set(SECTOR_NAMES)
    for element in tree.iter():
        if element.get("data-actor"):
            assert element.get("tabindex") == "0"
            assert element.find("{http://www.w3.org/2000/svg}title").text == element.get("aria-label")


def test_areas_go_with_the_number_of_soldiers(posted, futures):
    tree = futures.parsed(draw_map(posted, load("limited_reassurance_force")))
    drawn = sorted(float(disc.get("r")) ** 2 for disc in futures.of_class(tree, "troops"))
    troops = np.sort(posted[-1]["allies"]["troops"])
    assert len(drawn) == len(ALLIES)
    a_thousand = float(futures.of_class(tree, "force")[0].get("r")) ** 2 / troops.sum()
    assert np.allclose(drawn, troops * a_thousand, rtol=0.02)


def test_soldiers_by_sector_add_up_to_all(posted):
    world = posted[-1]
    assert sum(front.soldiers_in(world)) == pytest.approx(world["coalition"]["troops"])
    assert all(there >= 0 for there in front.soldiers_in(world))


def test_fill_says_who_is_in_who_is_opposed_and_who_blocks(futures):
    history = futures.copied(futures.played(weeks=6))
    allies = history[-1:]["allies"]
    allies["status"], allies["vetoes"], allies["stance"] = STATUS.supporting, 0, 0.0
    allies["status"][0, :3] = STATUS.out
    allies["stance"][0, 1] = UNCERTAINTIES["stance_opposed"].default
    allies["vetoes"][0, 2] = 1
    allies["status"][0, 3] = STATUS.deployed
    assert stances(history[-1])[:5] == ["out", "opposed", "blocking", "deployed", "supporting"]
    drawing = draw_map(history, load("full_nato_mission"))
    assert drawing.count(f'fill="{palette.BLOCKING}"') == drawing.count(f'fill="{palette.OPPOSED}"') == 1


def test_the_chosen_actor_is_marked(futures):
    history = futures.played(weeks=3)
    for actor in (WHO.russia, WHO.united_states, WHO.first_ally):
        tree = futures.parsed(draw_map(history, load("limited_reassurance_force"), chosen=actor))
        assert {element.get("data-actor") for element in futures.of_class(tree, "chosen")} == {str(actor)}


def overlap(a, b):
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom


def test_names_on_the_map_keep_clear_of_each_other_and_of_the_cards():
    boxes = {iso3: names.box(iso3) for iso3 in names.PLACES}
    card = names.Box(offshore.LEFT, offshore.TOP, offshore.LEFT + offshore.WIDTH, offshore.TOP + 46 + 13 * 6)
    for (one, a), (other, b) in combinations({**boxes, "card": card}.items(), 2):
        assert not overlap(a, b), (one, other)
    for iso3, box in boxes.items():
        assert box.left >= 0 and box.right <= EUROPE.width and box.top >= 0 and box.bottom <= EUROPE.height, iso3


def test_names_of_sectors_keep_clear_of_each_other():
    boxes = {}
    for sector in SECTORS:
        x, y, anchor = front.NAMES[sector.name]
        width = width_of(front.shown(SECTORS.index(sector)), palette.BODY - 0.5)
        left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
        boxes[sector.name] = names.Box(left, y - palette.BODY * 0.8, left + width, y + palette.BODY * 0.2)
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not overlap(a, b), (one, other)
    assert all(box.left >= 0 and box.right <= FRONT.width for box in boxes.values())


def test_lost_ground_is_drawn_and_told(futures):
    history = futures.copied(futures.played(weeks=6))
    before = front.draw_front(history)
    history[-1:]["situation"]["sectors"]["lost"][0, 3] = 1
    after = front.draw_front(history)
    assert "Ground lost so far" not in before
    assert "Ground lost so far (not to scale): Donetsk." in after and 'class="ground"' in after


def test_names_keep_clear_of_every_disc_when_all_send_what_they_are_reported_to_have():
    discs = {ally.iso3: radius(ally.troops_high) for ally in ALLIES if ally.iso3 in names.PLACES}
    boxes = {}
    for iso3, size in discs.items():
        (x, y), plain, (x0, y0) = names.label(iso3, size), names.box(iso3), names.label(iso3)
        boxes[iso3] = names.Box(plain.left + x - x0, plain.top + y - y0, plain.right + x - x0, plain.bottom + y - y0)
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not overlap(a, b), (one, other)
    for iso3, size in discs.items():
        x, y = names.mark(iso3)
        for other, box in boxes.items():
            away = np.hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom))
            assert size == 0 or away > size - 0.5, (iso3, other)
