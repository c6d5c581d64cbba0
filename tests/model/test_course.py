"""A course is the Mesa model's future, to the last bit."""

import pytest

from reassure.agents.declaration import DeclarationError
from reassure.model.course import Course
from reassure.model.orders import parse_order
from reassure.model.scenario import load
from reassure.model.wargame import Wargame

FORCE = load("limited_reassurance_force")


@pytest.mark.parametrize(
    ("run", "orders"), [(7, ()), (349, ("30:russia:strike", "31:france:stay_out")), (2, ("5:russia:mobilise",))]
)
def test_every_week_is_that_of_the_mesa_model(run, orders):
    told = [parse_order(text, 120) for text in orders]
    model, course = Wargame(FORCE, rng=1, run=run, weeks=120, orders=told), Course(FORCE, 1, run, 120, told)
    assert course.world.tobytes() == model.world.tobytes()
    while model.running:
        model.step()
        course.step()
        assert course.world.tobytes() == model.world.tobytes()
        assert (course.week, course.running) == (model.week, model.running)


def test_nothing_happens_once_it_is_over():
    course = Course(FORCE, 1, weeks=2)
    history = course.history()
    assert len(history) == 3 and not course.running
    course.step()
    assert history[-1].tobytes() == course.world.tobytes()


@pytest.mark.parametrize("wrong", [{"seed": -1}, {"run": -1}, {"weeks": 0}])
def test_what_cannot_be_played_is_refused(wrong):
    with pytest.raises(DeclarationError):
        Course(FORCE, **{"seed": 1, **wrong})
