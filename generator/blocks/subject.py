"""The Subject: one subject of a report whole, from what is typed of it to what is shown."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.blocks.block import Component
from generator.blocks.case import Case
from generator.figures.declaration import Declaration
from generator.findings.finding import Finding
from generator.findings.rule import Rule
from generator.model.fact import Typed
from generator.model.facts import Facts
from generator.model.rows import Tab
from generator.model.underlag import Underlag


@dataclass(frozen=True, slots=True)
class Subject:
    """What a subject brings to a report.

    ``key`` is the name of its folder. ``components`` are what may be placed in the tab *Innehåll*, ``tabs`` where it is
    typed, ``facts`` gives what is typed and no row gives alone, ``declarations`` its figures. ``qualified`` are
    patterns that give its figures' qualified names (see ``figures.qualified``), ``called`` what codes are called
    besides. ``rules`` judge it, ``messages`` are what they may find.
    """

    key: str
    components: tuple[Component, ...] = ()
    tabs: tuple[Tab, ...] = ()
    facts: Callable[[Underlag, int], Iterable[Typed]] | None = None
    declarations: Callable[[Underlag, Facts], Iterable[Declaration]] | None = None
    qualified: Mapping[str, str] = field(default_factory=dict)
    called: Callable[[Underlag], Mapping[str, Iterable[str]]] | None = None
    rules: tuple[Callable[[Case], Iterator[Finding]], ...] = ()
    messages: tuple[Rule, ...] = ()
