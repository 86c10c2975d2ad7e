"""Where in the report a finding bites: the blocks, rows and figures that rest on its cells, or show its text.

The place where one would look first comes first: the row that shows the very cell, before a sum of it, before a key
figure that is made of many. Where no figure rests on a cell, as on one that could not be read, its row is looked for,
then what its row is called, and last the part that shows its tab.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.figures.figure import Figure, FigureId
from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.report.report import Report
from generator.report.resting import Key, Resting, key_of, numbered, protected_of, row_of, tab_of, with_bit
from generator.report.said import Said
from generator.report.spots import NO_TABLE_ROW, spots_of
from generator.subjects.registry import parts_of_tab

_MOST = 3
"""Blocks that a whole tab is told to be shown in."""


_A_PART = 0.3
"""How much of an amount that was compared a figure must be, to be shown for that."""

_SAID, _ELSEWHERE = 2.0, 0.9
"""How directly a spot says the very words, and one that says the same as another that shows the row's numbers."""


@dataclass(frozen=True, slots=True)
class Bite:
    """A block that a finding is about: its anchor, and the figures shown there that rest on the finding's cells.

    ``rows`` are rows of its tables, each with the table's key and its number from 0; the first is where to look.
    """

    anchor: str
    figures: tuple[FigureId, ...] = ()
    rows: tuple[tuple[str, int], ...] = ()


def bites(report: Report, findings: Sequence[Finding]) -> tuple[tuple[Bite, ...], ...]:
    """For each finding where it bites, the likeliest place to look first; nothing for what is of the whole report."""
    if not findings:
        return ()
    shown = _Shown(report, findings)
    return tuple(shown.of(finding) for finding in findings)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A spot with how directly it shows what is looked for: 1 is its amount alone; ``figure`` is what shows it."""

    spot: int
    score: float
    figure: Figure | None = None


class _Shown:
    """What a report shows, indexed for some findings."""

    def __init__(self, report: Report, findings: Sequence[Finding]) -> None:
        self._report = report
        self._spots = spots_of(report)
        self._said = Said(report, self._spots)
        places = {place for finding in findings for place in _places(finding)}
        self._bits = numbered(key for place in places for key in (key_of(place), row_of(place), tab_of(place)))
        self._at: dict[int, list[int]] = {}
        self._size: dict[int, int] = {}
        figures: dict[int, Figure] = {}
        for number, spot in enumerate(self._spots):
            self._size[spot.block] = self._size.get(spot.block, 0) + 1
            for figure in spot.figures:
                figures[id(figure)] = figure
                self._at.setdefault(id(figure), []).append(number)
        self._resting = Resting(self._bits, protected_of(report.derived.facts, self._bits))
        self._known: dict[tuple[Key, ...], tuple[_Hit, ...]] = {}
        self._with = with_bit(tuple(figures.values()), self._resting)

    def of(self, finding: Finding) -> tuple[Bite, ...]:
        """Where a finding bites: what rests on its cells or says its text, or else what is nearest to that."""
        subjects = [place for place in finding.subjects if place.row]
        sure = [cause.places for cause in finding.causes if cause.certain]
        unsure = [cause.places for cause in finding.causes if not cause.certain]
        compared = self._resting_on(map(_cells, _compared(finding)))
        near = [
            [*self._resting_on(map(_cells, [*([place] for place in subjects), *sure])), *self._saying(subjects)],
            [hit for hit in compared if hit.score > _A_PART],
            [*self._resting_on(map(_cells, unsure))],
        ]
        if not any(near):
            near = [[*self._resting_on([_cells(finding.behind)])]]
        if any(near):
            return self._gathered(near, finding.place)
        inside = [*subjects, *(place for cause in finding.causes for place in cause.places if place.row)]
        beside = list(self._resting_on([row_of(place)] for place in inside))
        named = [_Hit(spot, score) for place in inside for spot, score in self._said.named_in_row(place)]
        if beside or named:
            return self._gathered([[_Hit(hit.spot, hit.score) for hit in (*beside, *named)]], finding.place)
        return self._of_tabs(finding.subjects)

    def _resting_on(self, sets: Iterable[Sequence[Key]]) -> Iterator[_Hit]:
        """The spots that show what rests on sets of places, each with how much of it and of nothing else it shows."""
        for keys in map(tuple, sets):
            if keys not in self._known:
                self._known[keys] = tuple(self._hits(keys))
            yield from self._known[keys]

    def _hits(self, keys: Sequence[Key]) -> Iterator[_Hit]:
        bits = [bit for key in keys if (bit := self._bits.get(key, 0))]
        wanted = sum(set(bits))
        for figure in {id(figure): figure for bit in bits for figure in self._with.get(bit, ())}.values():
            behind = self._resting.leaves(figure)
            both = (behind.bits & wanted).bit_count()
            score = both / max(behind.count + wanted.bit_count() - both, 1)
            for spot in self._at[id(figure)]:
                yield _Hit(spot, score, figure)

    def _saying(self, subjects: Iterable[Source]) -> Iterator[_Hit]:
        """The spots that say what stands at a place: those that show numbers of its row too before others."""
        for place in subjects:
            said = dict.fromkeys(self._said.saying(place))
            of_row = {hit.spot for hit in self._resting_on([[row_of(place)]])} if len(said) > 1 else set()
            yield from (_Hit(spot, _SAID if spot in of_row or not of_row else _ELSEWHERE) for spot in said)

    def _of_tabs(self, subjects: Iterable[Source]) -> tuple[Bite, ...]:
        """The parts that show a tab: those of its subject, or else where most of its figures are."""
        for place in (place for place in subjects if place.tab and not place.file):
            parts = parts_of_tab().get(place.tab, ())
            blocks = [spot.block for spot in self._spots if self._said.content(spot.block) in parts]
            if not blocks:
                shown = [self._spots[hit.spot].block for hit in self._resting_on([[tab_of(place)]])]
                blocks = [block for block, _ in Counter(sorted(shown)).most_common()]
            if blocks:
                return tuple(Bite(self._anchor(block)) for block in list(dict.fromkeys(blocks))[:_MOST])
        return ()

    def _gathered(self, hits: Iterable[Sequence[_Hit]], place: Source) -> tuple[Bite, ...]:
        """The bites of hits by block: of those that are as direct the first given, the tab's own, and the smaller."""
        parts = parts_of_tab().get(place.tab, ())
        size = {block: (self._said.content(block) not in parts, rows) for block, rows in self._size.items()}
        found: dict[int, tuple[dict[FigureId, None], dict[tuple[str, int], None]]] = {}
        waves = [(wave, hit) for wave, each in enumerate(hits) for hit in each]
        for _, hit in sorted(waves, key=lambda pair: (-pair[1].score, pair[0], size[self._spots[pair[1].spot].block])):
            spot = self._spots[hit.spot]
            figures, rows = found.setdefault(spot.block, ({}, {}))
            if hit.figure is not None:
                figures[hit.figure.key] = None
            if spot.row != NO_TABLE_ROW:
                rows[spot.table, spot.row] = None
        return tuple(Bite(self._anchor(block), tuple(figures), tuple(rows)) for block, (figures, rows) in found.items())

    def _anchor(self, block: int) -> str:
        return self._report.blocks[block].anchor


def _places(finding: Finding) -> Iterator[Source]:
    yield from finding.subjects
    yield from (place for cause in finding.causes for place in cause.places)
    yield from finding.behind
    for cells in _compared(finding):
        yield from cells


def _compared(finding: Finding) -> tuple[Sequence[Source], ...]:
    """The cells of each of the amounts that were compared."""
    return (finding.sides.one.cells, finding.sides.other.cells) if finding.sides else ()


def _cells(places: Iterable[Source]) -> Sequence[Key]:
    return [key_of(place) for place in places if place.row]
