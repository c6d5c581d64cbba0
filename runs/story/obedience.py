"""Whether a future's orders were carried out; if one was not, what its actor could have done instead."""

from collections.abc import Sequence

from ...agents.actors import ACTORS, order_name
from ...agents.chance import WHO
from ...agents.explanation import Explanation
from ...model.course import Course
from ...model.orders import OBEYED, VOTE_OFFSET, WAITING, Order, OrderError, options_of
from .chronicle import Week


def check_obeyed(model: Course, weeks: Sequence[Week]) -> None:
    """Raise OrderError, in one line, for the first order that was not carried out in a future that has been played.

    `weeks` is its chronicle with the allies' decisions.
    """
    for order, state in model.order_states():
        if state == WAITING:
            raise OrderError(f"the order {order.text} never comes due: this future is over after {model.week} weeks")
        if state != OBEYED:
            raise OrderError(_refusal(order, next(week for week in weeks if week.week == order.week)))


def _refusal(order: Order, week: Week) -> str:
    """Why an order was refused, and what was open in its stead."""
    actor = _name(order)
    option = options_of(order.actor)[order.option].name
    votes = order.actor >= WHO.first_ally and order.option >= VOTE_OFFSET
    explained: list[Explanation] = list(week.decisions)
    if votes:
        if week.answer is None:
            return f"{actor} cannot vote {option} in week {order.week}: there is no attack to answer then"
        explained = [vote.explanation for vote in week.answer.votes]
    made = next((each for each in explained if order_name(each.actor) == actor), None)
    if made is None:
        why = "it has no say in the answer" if votes else "a fight is on"
        return f"{actor} cannot {option} in week {order.week}: {why}, and nothing is open to it"
    return f"{actor} cannot {option} in week {order.week}; open to it then: {', '.join(each.option for each in made.weighed)}"


def _name(order: Order) -> str:
    """The actor as its decisions name it: a country rather than its code."""
    return order_name(ACTORS[order.actor].name)
