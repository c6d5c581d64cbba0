"""What the tests of the model share: a world that meets the luck that a test asks for."""

import pytest

from reassure.agents.chance import PURPOSE, WHO, uniforms


def meet(world, actor=WHO.world, **draws):
    """The world in the first run whose draws for these purposes all lie where they should."""
    asked = [(getattr(PURPOSE, purpose), ranges) for purpose, ranges in draws.items()]
    world.luck.run = 0
    while not all(
        low < draw < high
        for purpose, ranges in asked
        for draw, (low, high) in zip(uniforms(world.luck, actor, purpose), ranges, strict=False)
    ):
        world.luck.run += 1
    return world


@pytest.fixture(scope="session")
def lucky():
    """Puts a world where its luck is as asked: `lucky(world, touch=[(0.2, 0.3)], seizure=[(0, 1), (0.9, 1)])`.

    A purpose of `agents/chance.py` has two draws; each range is for one of them.
    """
    return meet
