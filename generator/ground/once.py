"""What follows from a thing alone is found out once for it."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, Generic, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

K = TypeVar("K")
P = ParamSpec("P")
T = TypeVar("T")


class once(Generic[K, T]):  # noqa: N801 - a decorator
    """Remember what is made of each thing for as long as the thing is there, for what asks for it again and again.

    A thing is known by itself, not by what it equals, so that asking is cheap: its class says ``eq=False``.
    """

    def __init__(self, make: Callable[[K], T]) -> None:
        """Take the function that makes it."""
        self._make = make
        self._made: WeakKeyDictionary[K, T] = WeakKeyDictionary()
        update_wrapper(self, make)

    def __call__(self, thing: K) -> T:
        """Give what is made of a thing."""
        if thing not in self._made:
            self._made[thing] = self._make(thing)
        return self._made[thing]

    def same_for(self, other: K, thing: K) -> None:
        """Let another thing have what was made of ``thing``, as it differs in nothing that this is made of."""
        self._made[other] = self(thing)


class latest(Generic[K, P, T]):  # noqa: N801 - a decorator
    """Remember what was made last of each thing and something more, as ``once`` does of a thing alone.

    What is more is asked with anew as long as it is equal, so it must be what tells all that is made of it apart.
    """

    def __init__(self, make: Callable[Concatenate[K, P], T]) -> None:
        """Take the function that makes it."""
        self._make = make
        self._made: WeakKeyDictionary[K, tuple[object, T]] = WeakKeyDictionary()
        update_wrapper(self, make)

    def __call__(self, thing: K, *more: P.args, **named: P.kwargs) -> T:
        """Give what is made of a thing and what is more."""
        asked = (more, named)
        before = self._made.get(thing)
        if before is not None and before[0] == asked:
            return before[1]
        made = self._make(thing, *more, **named)
        self._made[thing] = (asked, made)
        return made
