"""Where a finding bites: the block, the row and the figures of the report that one would look at."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from planted import Workbook, examined, planted, workbook

from generator.ground.source import Source
from generator.model.amounts import BalanceItem
from generator.model.registers import OutlineBlock
from generator.model.rows import Row
from generator.model.values import RawValue
from generator.pipeline import Examination
from generator.report.bites import Bite, bites
from generator.report.spots import spots_of
from generator.subjects.insatser.rows import Insats

INPUT = "sofint-2020"


def place_of(book: Workbook, model: type[Row], number: int, field: str) -> Source:
    assert book.examination.underlag is not None
    return book.examination.underlag.of(model)[number].source(field)


def with_error(changes: Mapping[Source, RawValue | None]) -> Examination:
    book = workbook(INPUT)
    return examined(book.path, planted(book.grids, changes))


def bitten(examination: Examination, code: str, place: Source | None = None) -> tuple[Bite, ...]:
    """Where the finding of a rule bites, at a place if given."""
    found = [
        each for each in examination.findings if each.code == code and (place is None or each.place.line == place.line)
    ]
    assert found, [each.code for each in examination.findings]
    return bites(examination.whole, found[:1])[0]


def label(examination: Examination, bite: Bite) -> str:
    """What the first row of a bite is called."""
    blocks = {block.anchor: number for number, block in enumerate(examination.whole.blocks)}
    rows = {(spot.block, spot.table, spot.row): spot for spot in spots_of(examination.whole)}
    return rows[blocks[bite.anchor], *bite.rows[0]].words[0]


@pytest.fixture(scope="module")
def unread() -> Examination:
    """Amounts that cannot be read: of a balance, of an income, of an insats."""
    book = workbook(INPUT)
    places = [place_of(book, BalanceItem, 3, "this_year"), place_of(book, Insats, 3, "budget")]
    return with_error(dict.fromkeys(places, "ca 40"))


def test_a_wrong_balance_bites_in_the_row_of_its_note_before_the_balance_sheet() -> None:
    place = place_of(workbook(INPUT), BalanceItem, 3, "this_year")
    wrong = with_error({place: Decimal(12345678)})
    note, sheet, *_ = bitten(wrong, "row_moved", place)
    assert label(wrong, note).startswith("Förutbetalda kostnader")
    assert (note.anchor, sheet.anchor) == ("not-3", "balansräkning")
    assert str(note.figures[0]) == "note.kortfristiga_fordringar.förutbetalda_kostnader@2020"
    assert all(figure in wrong.whole.derived.figures for figure in note.figures)


def test_a_balance_that_does_not_balance_bites_in_the_balance_sheet() -> None:
    wrong = with_error({place_of(workbook(INPUT), BalanceItem, 3, "this_year"): Decimal(12345678)})
    assert "balansräkning" in [bite.anchor for bite in bitten(wrong, "balance_differs")]


def test_what_could_not_be_read_bites_in_its_row_and_marks_no_figure(unread: Examination) -> None:
    balance = place_of(workbook(INPUT), BalanceItem, 3, "this_year")
    first, *_ = bitten(unread, "amount_not_a_number", balance)
    assert (label(unread, first), first.figures) == ("Förutbetalda kostnader", ())


def test_a_row_of_a_register_bites_where_the_report_has_its_name(unread: Examination) -> None:
    insats = place_of(workbook(INPUT), Insats, 3, "budget")
    found = bitten(unread, "amount_not_a_number", insats)
    assert "motivera_mer_individinriktad" in [bite.anchor for bite in found]


def test_a_finding_in_a_text_bites_in_the_block_that_prints_its_line(unread: Examination) -> None:
    first, *_ = bitten(unread, "text_figure_unknown")
    block = next(each for each in unread.whole.blocks if each.anchor == first.anchor)
    finding = next(each for each in unread.findings if each.code == "text_figure_unknown")
    line = next(
        line
        for text in unread.whole.placed
        for line, place in zip(text.text.lines, text.text.places, strict=True)
        if place.line == finding.place.line
    )
    assert line in block.text


def test_a_row_of_the_outline_bites_in_its_own_block() -> None:
    place = place_of(workbook(INPUT), OutlineBlock, 12, "name")
    wrong = with_error({replace(place, column=6): "Finns inte"})
    found = next(each for each in wrong.findings if each.place.line == place.line)
    assert [bite.anchor for bite in bites(wrong.whole, [found])[0]] == [
        block.anchor for block in wrong.whole.blocks if block.row == 12
    ]


def test_what_concerns_the_whole_report_bites_nowhere() -> None:
    given = workbook(INPUT).examination
    finding = replace(given.findings[0], subjects=(), sides=None, causes=(), rests_on=frozenset())
    assert bites(given.whole, [finding]) == ((),)
    assert bites(given.whole, []) == ()


@pytest.mark.parametrize("name", ["jamtland-2021", "sydnarke-2021"])
def test_every_cell_behind_a_shown_figure_bites(name: str) -> None:
    report = workbook(name).examination.whole
    template = workbook(name).examination.findings[0]
    shown = {id(figure): figure for spot in spots_of(report) for figure in spot.figures}.values()
    cells = sorted({cell for figure in shown for cell in figure.cells()})
    findings = [replace(template, subjects=(cell,), sides=None, causes=(), rests_on=frozenset()) for cell in cells]
    assert len(cells) > 100
    for cell, found in zip(cells, bites(report, findings), strict=True):
        assert any(bite.figures for bite in found), cell


@pytest.mark.parametrize("name", ["jamtland-2021", "sydnarke-2021"])
def test_every_block_has_an_anchor_of_its_own(name: str) -> None:
    anchors = [block.anchor for block in workbook(name).examination.whole.blocks]
    assert all(anchors)
    assert len(set(anchors)) == len(anchors)
