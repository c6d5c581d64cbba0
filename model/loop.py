"""The compiled loop: many futures, one after another, by the same rules that the Mesa model calls."""

from ..agents.rule import rule
from .beginning import begin_future
from .turn import play_week


@rule
def play_futures(worlds, cells, template, values, drawings, orders, first_run, branches, outcomes, outcome_start):
    """Play many futures and write the outcome of each into a row of `outcomes`.

    With `first_run` >= 0 the futures are the runs from that number on, each from week 0. Otherwise `template` is a world on its way
    and is played on once for each of the `branches` of luck. `worlds` (length 1) is scratch space and `cells` the same memory as a
    row of numbers; `template` is such a row; `values` views the scratch world's uncertainties; `orders` are given in each of the
    futures; `outcome_start` is the cell at which the outcome begins. Integers are copied as their bits.
    """
    for index in range(outcomes.shape[0]):
        for cell in range(len(template)):
            cells[cell] = template[cell]
        world = worlds[0]
        if first_run >= 0:
            world.luck.run = first_run + index
            begin_future(world, values, drawings)
        else:
            world.luck.branch = branches[index]
        while world.over == 0:
            play_week(world, orders)
        for cell in range(outcomes.shape[1]):
            outcomes[index, cell] = cells[outcome_start + cell]
