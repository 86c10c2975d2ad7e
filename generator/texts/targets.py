"""What a text may refer to by name: sections, notes, tables and appendices."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.ground.names import Name, nearest
from generator.texts.reference import Reference

SECTION, NOTE, TABLE, CHART, APPENDIX = "avsnitt", "not", "tabell", "diagram", "bilaga"

KINDS: Mapping[str, str] = MappingProxyType(
    {
        SECTION: "ingen rubrik i rapporten",
        NOTE: "ingen not i rapporten",
        TABLE: "ingen tabell i rapporten",
        CHART: "inget diagram i rapporten",
        APPENDIX: "ingen bilaga",
    }
)
"""The kinds of target, as they are written in a text, and what to say of a name that is none of them."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something to refer to.

    ``names`` are what it may be called in a text, ``words`` how the reference is printed (``not 3``), ``anchor``
    where its link leads, empty for nowhere.
    """

    kind: str
    names: tuple[str, ...]
    words: str
    anchor: str = ""


class Targets:
    """All targets of a report, by kind and name. What is placed twice is one target: the first of it."""

    def __init__(self, targets: Iterable[Target] = ()) -> None:
        self._found: dict[Name, dict[Name, list[Target]]] = {Name(kind): {} for kind in KINDS}
        self._names: dict[Name, list[str]] = {Name(kind): [] for kind in KINDS}
        for target in dict.fromkeys(targets):
            self._names[Name(target.kind)] += target.names
            for name in {Name(name) for name in target.names if name}:
                self._found[Name(target.kind)].setdefault(name, []).append(target)

    def find(self, reference: Reference) -> tuple[Target, ...]:
        """What a reference may mean, in the report's order; several where a name is not unique."""
        named = self._found.get(Name(reference.name), {})
        return tuple(named.get(Name(reference.arguments[0]), ())) if len(reference.arguments) == 1 else ()

    def all(self, kind: str) -> tuple[str, ...]:
        """The names of all of a kind, in the report's order: of each the first that it has."""
        found = self._found.get(Name(kind), {}).values()
        return tuple(dict.fromkeys(next(filter(None, target.names)) for targets in found for target in targets))

    def nearest(self, reference: Reference) -> tuple[str, ...]:
        """The names of the same kind that the reference's may be a misspelling of."""
        names = self._names.get(Name(reference.name), ())
        return nearest(reference.arguments[0], names) if reference.arguments else ()
