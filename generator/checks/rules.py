"""The rules that judge the underlag and what follows from it: one small function per rule.

Every function takes a Case and gives Findings. A new rule is a function in ``RULES``, its texts in ``checks.rulebook``,
and a test.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.checks.finding import Finding, Severity
from generator.checks.identity import holds_personal_number, luhn_holds, organisation_number
from generator.checks.rulebook import hint
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, key_of
from generator.figures.rounding import tolerance
from generator.figures.statements import BALANCE_DIFFERENCE, TOTAL_ASSETS
from generator.formatting import kronor
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.association import Association, State
from generator.model.columns import AmountColumn, PictureColumn
from generator.model.lines import BY_LABEL, LINES, Kind
from generator.model.registers import TEXT_NOTE, Note, OutlineBlock
from generator.model.rows import Entry, columns, heading
from generator.model.source import Source
from generator.model.underlag import Underlag
from generator.model.values import shown
from generator.names import folded, nearest
from generator.texts.targets import Targets
from generator.texts.text import Text

PICTURE_SIGNATURES: dict[str, Callable[[bytes], bool]] = {
    ".png": lambda begins: begins.startswith(b"\x89PNG"),
    ".jpg": lambda begins: begins.startswith(b"\xff\xd8"),
    ".jpeg": lambda begins: begins.startswith(b"\xff\xd8"),
    ".svg": lambda begins: b"<svg" in begins or b"<?xml" in begins,
}
"""The formats that can be printed, and how their files begin."""

DEEPEST_HEADING = 4
REQUIRED_STATEMENTS = ("Resultaträkning", "Balansräkning", "Kassaflödesanalys")
"""The statements that 4 kap. 1 § LKBR demands, by the names of their components."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules judge: what was typed, what follows from it, and the folder that pictures lie in.

    ``texts`` are those of the text files, ``targets`` what a text may refer to; None while that is not known.
    """

    underlag: Underlag
    derived: Derivation | None
    folder: Path
    texts: tuple[Text, ...] = ()
    targets: Targets | None = None

    @property
    def state(self) -> State:
        """How far the report has come; under way as long as nobody has said otherwise."""
        entry = self.underlag.association
        return State(entry.row.state) if entry else State.IN_PROGRESS

    def lacking(self) -> Severity:
        """How grave it is that something necessary is not there yet."""
        return Severity.REMAINING if self.state is State.IN_PROGRESS else Severity.ERROR


def name_is_there(case: Case) -> Iterator[Finding]:
    """The association's name stands on the cover and in every running head."""
    entry = case.underlag.association
    if entry and not entry.row.name:
        values = {"column": heading(Association, "name"), "expects": "namnet"}
        rule = "missing_for_now" if case.state is State.IN_PROGRESS else "missing"
        yield Finding(rule, (entry.source("name"),), values)


def decision_date_is_there(case: Case) -> Iterator[Finding]:
    """The board's decision is needed when the report is final, not before (24 § finsamlagen)."""
    entry = case.underlag.association
    if entry and entry.row.decision_date is None:
        final = case.state is State.FINAL
        values = {"column": heading(Association, "decision_date"), "expects": "ett datum"}
        yield Finding("missing" if final else "missing_until_final", (entry.source("decision_date"),), values)


def organisation_number_is_right(case: Case) -> Iterator[Finding]:
    """Form and check digit; a doubtful number never stops a report."""
    entry = case.underlag.association
    if not entry or not entry.row.organisation_number:
        return
    source = entry.source("organisation_number")
    digits = organisation_number(entry.row.organisation_number)
    if digits is None:
        yield Finding("organisation_number_form", (source,), {"found": source.text})
    elif not luhn_holds(digits):
        yield Finding("organisation_number_check", (source,), {"found": source.text})


def no_personal_numbers(case: Case) -> Iterator[Finding]:
    """A published report holds no personal numbers (GDPR art. 87; 3 kap. 10 § lag 2018:218)."""
    for model, section in case.underlag.raw.items():
        amounts = {field for field, _, _, column, _ in columns(model) if isinstance(column, AmountColumn)}
        for row in section.rows:
            for field, cell in row.cells.items():
                if field not in amounts and holds_personal_number(shown(cell.value)):
                    yield Finding("personal_number", (cell.source,))


def pictures_are_there(case: Case) -> Iterator[Finding]:
    """Every picture named lies in the association's folder, in a format that can be printed."""
    for model, entries in case.underlag.entries.items():
        fields = [field for field, _, _, column, _ in columns(model) if isinstance(column, PictureColumn)]
        for entry in entries:
            for field in fields:
                name = getattr(entry.row, field)
                if name:
                    yield from picture_findings(case.folder, name, entry.source(field))


def picture_findings(folder: Path, name: str, source: Source) -> Iterator[Finding]:
    """Say what is wrong with the picture file ``name`` in ``folder``."""
    values = {"found": name, "folder": folder.resolve().name}
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        yield Finding("picture_outside", (source,), values)
    elif path.suffix.lower() not in PICTURE_SIGNATURES:
        yield Finding("picture_format", (source,), values)
    elif not path.is_file():
        near = nearest(name, (other.name for other in folder.iterdir() if other.suffix.lower() in PICTURE_SIGNATURES))
        yield Finding("picture_missing", (source,), values | {"hint": hint(near)})
    else:
        with path.open("rb") as file:
            begins = file.read(512)
        if not PICTURE_SIGNATURES[path.suffix.lower()](begins):
            yield Finding("picture_format", (source,), values)


def outline_is_sound(case: Case) -> Iterator[Finding]:
    """Headings follow on each other without gaps, blocks hold something, pictures are described."""
    before = 0
    for entry in case.underlag.of(OutlineBlock):
        row = entry.row
        if not (row.heading or row.content or row.text):
            yield Finding("block_empty", (entry.place,))
        if row.level is not None and not 1 <= row.level <= DEEPEST_HEADING:
            yield Finding("level_of_outline", (entry.source("level"),), {"found": row.level})
            continue
        if row.heading:
            level = row.level or 1
            if level > before + 1:
                values = {
                    "heading": row.heading,
                    "found": level,
                    "before": before or "ingen",
                    "wanted": before + 1,
                }
                yield Finding("outline_heading_gap", (entry.source("level"),), values)
            before = level


def statements_are_placed(case: Case) -> Iterator[Finding]:
    """The parts that 4 kap. 1 § LKBR demands stand in the outline."""
    placed = {
        folded(shown(row.cells["content"].value))
        for row in case.underlag.raw[OutlineBlock].rows
        if "content" in row.cells
    }
    for statement in REQUIRED_STATEMENTS:
        if case.underlag.raw[OutlineBlock].found and folded(statement) not in placed:
            yield Finding("statement_not_placed", (case.underlag.place(OutlineBlock),), {"statement": statement})


def notes_are_sound(case: Case) -> Iterator[Finding]:
    """A note's rows are of one kind, so that its sum means something; a note of amounts has some."""
    if case.derived is None:
        return
    numbered = {note.note.key: note for note in case.derived.notes}
    for entry in case.underlag.of(Note):
        note = numbered.get(entry.row.key)
        kinds = {line.kind for line in note.lines} if note else set()
        if len(kinds) > 1 and note:
            values = {"note": entry.row.key, "lines": ", ".join(line.label for line in note.lines)}
            yield Finding("note_of_mixed_lines", (entry.source("key"),), values)
        if entry.row.kind != TEXT_NOTE and (note is None or not note.rows):
            yield Finding("note_without_rows", (entry.source("key"),), {"note": entry.row.key})


def cash_is_current(case: Case) -> Iterator[Finding]:
    """Only current assets can be cash (RKR R13)."""
    entries: tuple[Entry[BalanceItem | OpeningBalance], ...]
    entries = (*case.underlag.of(BalanceItem), *case.underlag.of(OpeningBalance))
    for entry in entries:
        line = BY_LABEL[entry.row.line]
        if entry.row.liquid == "ja" and line.group != "current_assets":
            yield Finding("liquid_not_current_asset", (entry.source("liquid"),), {"line": line.label})


def adjustments_are_explained(case: Case) -> Iterator[Finding]:
    """A change of equity beside the result is told with its reason in a note (4 kap. 4 § LKBR, RKR R12)."""
    if case.derived is None:
        return
    years = (case.derived.association.year, case.derived.association.year - 1)
    for entry in case.underlag.of(DirectAdjustment):
        row = entry.row
        values = {"amount": row.amount or 0, "found": row.year, "years": f"{years[1]} och {years[0]}"}
        if row.year not in years:
            yield Finding("adjustment_year", (entry.source("year"),), values)
        if not row.reason:
            yield Finding("adjustment_without_reason", (entry.source("reason"),), values)
        if not row.note:
            yield Finding("adjustment_without_note", (entry.source("note"),), values)


def amounts_are_there(case: Case) -> Iterator[Finding]:
    """Both tabs of amounts hold something for the year."""
    if case.derived is None:
        return
    year = case.derived.association.year
    for model, flow in ((IncomeOrCost, True), (BalanceItem, False)):
        facts = (fact for fact in case.derived.facts if fact.year == year and fact.line in LINES)
        if not any(LINES[fact.line].is_flow is flow for fact in facts):
            place = case.underlag.place(model)
            yield Finding("no_amounts", (place,), {"tab": place.tab, "year": year}, case.lacking())


def opening_balances_are_there(case: Case) -> Iterator[Finding]:
    """Equity is derived from its opening balance, the comparison year's cash flow from all of them."""
    if case.derived is None:
        return
    first, compared = case.derived.association.year - 2, case.derived.association.year - 1
    place = case.underlag.place(OpeningBalance)
    opening = [fact for fact in case.derived.facts if fact.opening]
    if not any(fact.line == "equity" for fact in opening):
        entries = (entry for entry in case.underlag.of(OpeningBalance) if entry.row.line == LINES["equity"].label)
        cell = next((entry.source("amount") for entry in entries), place)
        yield Finding("opening_equity_missing", (cell,), severity=case.lacking())
    has_last_year = any(fact.year == compared and fact.line in LINES for fact in case.derived.facts)
    if has_last_year and not any(fact.line != "equity" and fact.year == first for fact in opening):
        yield Finding("opening_balances_missing", (place,), {"year": compared})


def balance_sheet_balances(case: Case) -> Iterator[Finding]:
    """Assets equal equity and liabilities, but for what the rounding of the typed amounts explains.

    6 kap. 2 § LKBR. Equity is derived, so a difference shows an error anywhere among the typed amounts.
    """
    derived = case.derived
    if derived is None:
        return
    year = derived.association.year
    amounts = {case.underlag.place(IncomeOrCost).tab, case.underlag.place(BalanceItem).tab}
    place = case.underlag.place(BalanceItem)
    hole = next((hole for hole in case.underlag.holes if hole.tab in amounts), None)
    for day in (year - 2, year - 1, year):
        difference = derived.figures[key_of(BALANCE_DIFFERENCE, day)]
        if hole and difference.leaves():
            reason = f"beloppen på {hole} inte kan läsas"
            yield Finding(
                "balance_untested",
                (case.underlag.place(BalanceItem),),
                {"day": difference.period, "reason": reason},
            )
        elif difference.amount and _has_balances(derived, day):
            yield _balance_finding(derived, difference, day, place)


def _has_balances(derived: Derivation, year: int) -> bool:
    """A day with nothing but equity has not been entered yet, which another rule says."""
    return any(
        fact.year == year
        and fact.line in LINES
        and not LINES[fact.line].is_flow
        and LINES[fact.line].kind is not Kind.EQUITY
        for fact in derived.facts
    )


def _balance_finding(derived: Derivation, difference: Figure, year: int, place: Source) -> Finding:
    allowed = tolerance(difference)
    assets = derived.figures[key_of(TOTAL_ASSETS, year)].amount
    size = abs(difference.amount)
    values = {
        "day": difference.period,
        "assets": assets,
        "claims": assets - difference.amount,
        "difference": size,
        "amounts": allowed.amounts,
        "unit": "tusental kronor" if allowed.unit > 1 else "hela kronor",
        "limit": allowed.bound,
        "bound": f"; avrundning kan ge högst {kronor(allowed.bound)}" if allowed.bound else "",
        "shown": ". Raden Avrundning visas i rapporten" if derived.association.show_rounding else "",
    }
    rule = "balance_differs"
    if size <= allowed.plain:
        rule = "balance_rounding"
    elif size <= allowed.bound:
        rule = "balance_rounding_large"
    return Finding(rule, (place,), values)


RULES: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    name_is_there,
    decision_date_is_there,
    organisation_number_is_right,
    no_personal_numbers,
    pictures_are_there,
    outline_is_sound,
    statements_are_placed,
    notes_are_sound,
    cash_is_current,
    adjustments_are_explained,
    amounts_are_there,
    opening_balances_are_there,
    balance_sheet_balances,
)
