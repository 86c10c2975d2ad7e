"""Classes whose fields describe themselves: ``name: Annotated[str, "insatsens namn"]``."""

from dataclasses import fields
from functools import cache
from types import MappingProxyType
from typing import get_type_hints


@cache
def described(kind: type) -> MappingProxyType[str, str]:
    """What each field of a dataclass is, in its order, as its annotation says; empty for one that says nothing."""
    hints = get_type_hints(kind, include_extras=True)
    return MappingProxyType({field.name: _told(hints[field.name]) for field in fields(kind)})


def _told(hint: object) -> str:
    return " ".join(each for each in getattr(hint, "__metadata__", ()) if isinstance(each, str))
