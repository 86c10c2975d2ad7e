"""What follows from a thing alone is found out once for it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

K = TypeVar("K")
T = TypeVar("T")


def once(make: Callable[[K], T]) -> Callable[[K], T]:
    """Remember what is made of each thing for as long as the thing is there, for what asks for it again and again.

    A thing is known by itself, not by what it equals, so that asking is cheap: its class says ``eq=False``.
    """
    made: WeakKeyDictionary[K, T] = WeakKeyDictionary()

    @wraps(make)
    def remembered(thing: K) -> T:
        if thing not in made:
            made[thing] = make(thing)
        return made[thing]

    return remembered
