"""How a rule is compiled.

A rule is a plain function on records. `@rule` compiles it with Numba; both ways of running (Mesa, ensemble) call the same
compiled function. What is compiled is kept for the next process (`agents/rule_cache.py`).

The language of rules is small, so that compiled and interpreted runs agree to the last bit: `math.*`, loops, records; no
array creation, no NumPy ufuncs, no powers. `tests/agents/test_rule.py` reads the syntax trees and refuses the rest.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import numba
from numba.core.dispatcher import Dispatcher

from .rule_cache import keep_forms

Function = TypeVar("Function", bound=Callable)


def rule(function: Function) -> Function:
    """Compile a rule, when it is first called with arguments of some types."""
    return _compiled(function, "never")


def phrase(function: Function) -> Function:
    """A part of a rule with a name of its own: written into each rule that uses it, so that it need not be compiled alone."""
    return _compiled(function, "always")


def _compiled(function: Function, inline: str) -> Function:
    """The compiled form.

    Rules are woven into the rules that call them (`forceinline`): the compiler then sees that a record read twice has not changed
    in between, which is worth a fifth of the time of a future.
    """
    compiled = numba.njit(error_model="numpy", nogil=True, no_cfunc_wrapper=True, inline=inline, forceinline=True)(function)
    if isinstance(compiled, Dispatcher):  # not where compiling is switched off
        keep_forms(compiled)
        _once_per_type(compiled)
    return compiled


def _once_per_type(compiled: Any) -> None:
    """Keep Numba from compiling a rule anew for every constant it is called with, which multiplied compile times by six.

    A whole number written in a call has a type of its own (`Literal[int](3)`); here it counts as any whole number.
    """
    template = compiled.get_call_template

    def by_type(arguments, keywords):
        plain = tuple(numba.types.unliteral(argument) for argument in arguments)
        return template(plain, {name: numba.types.unliteral(kind) for name, kind in keywords.items()})

    compiled.get_call_template = by_type
