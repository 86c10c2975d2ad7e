"""Against last year's report: every comparative and opening balance, where a difference begins, and a wrong file."""

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pdfs import written

from generator.edition.read import read_last_year
from generator.findings.finding import Severity
from generator.findings.message import Message, message
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.registers import Note, OutlineBlock
from generator.model.rows import Row
from generator.pipeline import edition, examine
from generator.subjects.overview.rows import KeyFigure

Rows = list[dict[str, Any]]
Values = dict[type[Row], Rows]

OUTLINE: Rows = [
    {"content": name}
    for name in (
        "Resultaträkning",
        "Balansräkning",
        "Kassaflödesanalys",
        "Flerårsöversikt",
        "Driftredovisning",
        "Noter",
    )
]


def association(year: int, **more: object) -> Rows:
    facts = {"name": "Förbundet Provet", "year": year, "state": "slutlig", "decision_date": f"{year + 1}-03-05"}
    return [facts | more]


def cost(row: str, this_year: int, last_year: int) -> dict[str, Any]:
    amounts = {"this_year": this_year, "last_year": last_year}
    return {"line": "Verksamhetens kostnader", "note": "Kostnader", "note_row": row, **amounts}


def last_year() -> Values:
    """2024, which balances, with a note on the costs."""
    return {
        Association: association(2024),
        OutlineBlock: OUTLINE,
        Note: [{"key": "Kostnader"}, {"key": "Fordringar"}],
        IncomeOrCost: [
            {"line": "Verksamhetens intäkter", "this_year": Decimal("1000.40"), "last_year": 900, "budget": 950},
            {
                "line": "Verksamhetens kostnader",
                "note": "Kostnader",
                "note_row": "Lön",
                "this_year": 600,
                "last_year": 500,
            },
            {
                "line": "Verksamhetens kostnader",
                "note": "Kostnader",
                "note_row": "Hyra",
                "this_year": 300,
                "last_year": 300,
            },
        ],
        BalanceItem: [
            {"line": "Fordringar", "note": "Fordringar", "note_row": "Skatt", "this_year": 200, "last_year": 100},
            {"line": "Kassa och bank", "this_year": Decimal("500.40"), "last_year": 450},
            {"line": "Kortfristiga skulder", "this_year": 100, "last_year": 50},
        ],
        OpeningBalance: [
            {"line": "Eget kapital", "amount": 400},
            {"line": "Kassa och bank", "amount": 400},
        ],
        KeyFigure: [{"key": "Verksamhetens intäkter", "third_year": 800}, {"key": "Soliditet"}],
    }


def this_year() -> Values:
    """2025, rolled forward from 2024 without a fault, with other amounts of its own."""
    return {
        Association: association(2025),
        OutlineBlock: OUTLINE,
        Note: [{"key": "Kostnader"}, {"key": "Fordringar"}],
        IncomeOrCost: [
            {
                "line": "Verksamhetens intäkter",
                "this_year": 1100,
                "last_year": Decimal("1000.40"),
                "budget_last_year": 950,
            },
            {
                "line": "Verksamhetens kostnader",
                "note": "Kostnader",
                "note_row": "Lön",
                "this_year": 700,
                "last_year": 600,
            },
            {
                "line": "Verksamhetens kostnader",
                "note": "Kostnader",
                "note_row": "Hyra",
                "this_year": 350,
                "last_year": 300,
            },
        ],
        BalanceItem: [
            {"line": "Fordringar", "note": "Fordringar", "note_row": "Skatt", "this_year": 210, "last_year": 200},
            {"line": "Kassa och bank", "this_year": Decimal("560.40"), "last_year": Decimal("500.40")},
            {"line": "Kortfristiga skulder", "this_year": 120, "last_year": 100},
        ],
        OpeningBalance: [
            {"line": "Eget kapital", "amount": 500},
            {"line": "Fordringar", "amount": 100},
            {"line": "Kassa och bank", "amount": 450},
            {"line": "Kortfristiga skulder", "amount": 50},
        ],
        KeyFigure: [
            {"key": "Verksamhetens intäkter", "third_year": 900, "fourth_year": 800},
            {"key": "Soliditet", "third_year": Decimal("0.91")},
        ],
    }


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("2024")
    examination = examine(written(last_year(), folder))
    assert not examination.has_errors, [message(each) for each in examination.findings]
    return edition(examination)


@pytest.fixture
def judged(before: bytes, tmp_path: Path) -> Callable[[Values], list[Message]]:
    """What is said of a workbook that lies beside last year's report."""

    def judge(values: Values) -> list[Message]:
        (tmp_path / "fjol.json").write_bytes(before)
        return [message(each) for each in examine(written(values, tmp_path)).findings if _concerns(each.code)]

    return judge


def _concerns(rule: str) -> bool:
    return (
        rule.startswith(("last_year", "comparative", "opening_equity_", "note_rows"))
        and rule != "opening_equity_missing"
    )


def changed(model: type[Row], row: int, **values: object) -> Values:
    found = this_year()
    found[model][row] |= values
    return found


def told(messages: Sequence[Message]) -> list[str]:
    """Severity, place and sentence of all but the count of what agrees."""
    return [
        f"{each.severity.word} {each.place.tab} {each.place.cell}: {each.what}".replace("\u00a0", " ")
        for each in messages
        if "stämmer med fjolårets rapport" not in each.what
    ]


Judged = Callable[[Values], list[Message]]


def test_a_report_rolled_forward_without_a_fault_agrees_and_is_counted(judged: Judged) -> None:
    (only,) = judged(this_year())
    assert only.severity is Severity.NOTE
    assert only.place.file == "fjol.json"
    count = int(only.what.split()[0])
    assert "belopp för 2024 och tidigare stämmer med fjolårets rapport" in only.what
    assert count > 30


CASES = {
    "a cost of last year": (
        changed(IncomeOrCost, 1, last_year=610),
        ["Varning Intäkter och kostnader H6: Lön 2024: 610 kr, i fjolårets rapport 600 kr. Skillnad 10 kr."],
    ),
    "a budget of last year": (
        changed(IncomeOrCost, 0, budget_last_year=960),
        [
            (
                "Varning Intäkter och kostnader L5: Verksamhetens intäkter, budget 2024: 960 kr, i fjolårets "
                "rapport 950 kr. Skillnad 10 kr."
            )
        ],
    ),
    "an income without a note": (
        changed(IncomeOrCost, 0, last_year=Decimal("1000.45")),
        [
            (
                "Varning Intäkter och kostnader H5: Verksamhetens intäkter 2024: 1 000,45 kr, i fjolårets "
                "rapport 1 000,40 kr. Skillnad 0,05 kr."
            )
        ],
    ),
    "a comparative that was forgotten": (
        changed(IncomeOrCost, 2, last_year=None),
        [
            (
                "Varning Intäkter och kostnader rad 7: Hyra 2024: inget belopp, i fjolårets rapport 300 kr. "
                "Skillnad 300 kr."
            )
        ],
    ),
    "a closing balance": (
        changed(BalanceItem, 0, last_year=190),
        ["Varning Balansposter G5: Skatt 2024: 190 kr, i fjolårets rapport 200 kr. Skillnad 10 kr."],
    ),
    "an opening balance": (
        changed(OpeningBalance, 3, amount=55),
        [("Varning Balansposter B73: Kortfristiga skulder 2023: 55 kr, i fjolårets rapport 50 kr. Skillnad 5 kr.")],
    ),
    "opening equity": (
        changed(OpeningBalance, 0, amount=600),
        [
            (
                "Fel Balansposter B70: Eget kapital vid utgången av 2023: 600 kr, i fjolårets rapport 500 kr. "
                "Skillnad 100 kr."
            )
        ],
    ),
    "an older year of the overview": (
        changed(KeyFigure, 0, fourth_year=810),
        [
            (
                "Varning Flerårsöversikt F5: Verksamhetens intäkter 2022: 810 kr, i fjolårets rapport 800 kr. "
                "Skillnad 10 kr."
            )
        ],
    ),
    "an older share of the overview": (
        changed(KeyFigure, 1, third_year=Decimal("0.87")),
        [
            (
                "Varning Flerårsöversikt E6: Soliditet 2023: 87,0 %, i fjolårets rapport 90,9 %. "
                "Skillnad 3,9 procentenheter."
            )
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_difference_is_told_once_where_it_begins(judged: Judged, name: str) -> None:
    values, expected = CASES[name]
    assert told(judged(values)) == expected


def test_last_year_in_whole_kronor_agrees_within_the_rounding(judged: Judged) -> None:
    values = changed(IncomeOrCost, 0, last_year=1000)
    values[BalanceItem][1]["last_year"] = 500
    assert told(judged(values)) == []


def test_several_wrong_cells_are_told_one_by_one_and_not_their_sums(judged: Judged) -> None:
    values = changed(IncomeOrCost, 1, last_year=620)
    values[IncomeOrCost][2]["last_year"] = 290
    values[BalanceItem][2]["last_year"] = 110
    labels = [text.split(": ", 1)[1].split(":")[0] for text in told(judged(values))]
    assert sorted(labels) == ["Hyra 2024", "Kortfristiga skulder 2024", "Lön 2024"]


def test_a_direct_adjustment_with_the_balances_it_changes_is_no_error(judged: Judged) -> None:
    values = changed(BalanceItem, 0, last_year=300)
    values[BalanceItem][0]["this_year"] = 310
    values[Note].append({"key": "Rättelse", "kind": "text", "text": "En fordran fanns inte med."})
    values[DirectAdjustment] = [{"year": 2024, "amount": 100, "reason": "Fordran saknades", "note": "Rättelse"}]
    assert told(judged(values)) == [
        (
            "Notera Balansposter G5: Skatt 2024: 300 kr, i fjolårets rapport 200 kr. Skillnad 100 kr. "
            "Den direktförda justeringen av eget kapital förklarar skillnaden."
        ),
        (
            "Notera Balansposter B89: Direktförda justeringar av eget kapital 2024: 100 kr, i fjolårets rapport "
            "inget belopp."
        ),
    ]


def test_a_direct_adjustment_explains_no_other_amount(judged: Judged) -> None:
    values = changed(BalanceItem, 0, last_year=290)
    values[DirectAdjustment] = [{"year": 2024, "amount": 100, "reason": "Fordran saknades", "note": "Kostnader"}]
    assert any(text.startswith("Varning Balansposter G5: Skatt 2024") for text in told(judged(values)))


def test_a_row_that_changed_its_name_is_told_for_its_note_and_is_no_error(judged: Judged) -> None:
    assert told(judged(changed(IncomeOrCost, 2, note_row="Lokaler"))) == [
        (
            "Notera Intäkter och kostnader H7: Noten ”Kostnader” har andra rader för 2024 än i fjolårets rapport. "
            "Nya: Lokaler 300 kr. Borta: Hyra 300 kr."
        )
    ]


@pytest.mark.parametrize(
    ("row", "told_of"),
    [
        (cost("Porto", 10, 20), "Nya: Porto 20 kr. Borta: inga."),
        (None, "Nya: inga. Borta: Hyra 300 kr."),
    ],
)
def test_a_note_with_a_row_more_or_less_says_so(judged: Judged, row: dict[str, Any] | None, told_of: str) -> None:
    values = this_year()
    values[IncomeOrCost][2:] = [values[IncomeOrCost][2], row] if row else []
    assert told_of in " ".join(told(judged(values)))


def test_what_is_left_out_altogether_hides_no_other_difference(judged: Judged) -> None:
    values = changed(IncomeOrCost, 1, last_year=610)
    del values[BalanceItem][2]
    del values[OpeningBalance][3]
    labels = [text.split(": ", 1)[1].split(":")[0] for text in told(judged(values))]
    assert {"Lön 2024", "Kortfristiga skulder 2024"} <= set(labels)


def test_what_only_this_year_has_is_not_compared(judged: Judged) -> None:
    values = this_year()
    values[IncomeOrCost].append({"line": "Finansiella kostnader", "this_year": 5})
    values[KeyFigure].append({"key": "Antal insatser", "unit": "antal", "this_year": 3, "last_year": 2})
    assert told(judged(values)) == []


def test_the_first_edition_of_an_association_without_last_years_file_says_nothing(tmp_path: Path) -> None:
    rules = {each.code for each in examine(written(this_year(), tmp_path)).findings}
    assert not any(_concerns(rule) for rule in rules)


# ---------------------------------------------------------------- a wrong file


def edited(before: bytes, **changes: object) -> bytes:
    found: dict[str, Any] = json.loads(before)
    for path, value in changes.items():
        *parents, last = path.split("__")
        part = found
        for parent in parents:
            part = part[parent]
        part[last] = value
    return json.dumps(found).encode()


WRONG: Mapping[str, tuple[Callable[[bytes], bytes], str, str]] = {
    "no JSON": (
        lambda _: b"PK\x03\x04 a workbook",
        "Fel",
        "f.json är ingen rapport som det här programmet har skrivit",
    ),
    "empty": (lambda _: b"", "Fel", "f.json är ingen rapport som det här programmet har skrivit som JSON."),
    "a list": (lambda _: b"[1, 2]", "Fel", "f.json är ingen rapport som det här programmet har skrivit som JSON."),
    "other JSON": (lambda _: b'{"format": "x", "version": 1}', "Fel", "f.json är ingen rapport som det här programmet"),
    "deep": (lambda _: b"[" * 100_000, "Fel", "f.json är ingen rapport som det här programmet har skrivit som JSON."),
    "other version": (
        lambda data: edited(data, version=9),
        "Fel",
        "f.json är skriven enligt version 9, och det här programmet läser version 1.",
    ),
    "damaged": (
        lambda data: edited(data, figures=[{"key": 1}]),
        "Fel",
        "f.json är en rapport som JSON, men den är inte hel",
    ),
    "an amount by hand": (
        lambda data: data.replace(b'"value": "600.00"', b'"value": "sexhundra"'),
        "Fel",
        "f.json är en rapport som JSON, men den är inte hel eller har ändrats för hand.",
    ),
    "other year": (
        lambda data: edited(data, association__year=2023),
        "Fel",
        "f.json gäller 2023, men den ska gälla 2024.",
    ),
    "other association": (
        lambda data: edited(data, association__name="Förbundet Annat"),
        "Fel",
        "f.json gäller Förbundet Annat, men underlaget gäller Förbundet Provet.",
    ),
    "a draft": (
        lambda data: edited(data, association__state="utkast"),
        "Varning",
        "f.json gjordes när fjolårets rapport hade läget utkast.",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_gets_one_clear_sentence(before: bytes, tmp_path: Path, name: str) -> None:
    change, severity, sentence = WRONG[name]
    path = tmp_path / "f.json"
    path.write_bytes(change(before))
    messages = [
        message(each) for each in examine(written(this_year(), tmp_path), path).findings if _concerns(each.code)
    ]
    found = [each for each in messages if "stämmer med" not in each.what]
    assert [each.severity.word for each in found] == [severity]
    assert found[0].what.startswith(sentence)
    assert found[0].place.file == "f.json"


@pytest.mark.parametrize(
    ("make", "what"),
    [(lambda _: None, "Filen f.json finns inte"), (lambda path: path.mkdir(), "f.json är ingen vanlig fil")],
)
def test_a_file_that_is_not_there_or_cannot_be_read_is_told(
    tmp_path: Path, make: Callable[[Path], None], what: str
) -> None:
    make(tmp_path / "f.json")
    findings = examine(written(this_year(), tmp_path), tmp_path / "f.json").findings
    (found,) = [message(each) for each in findings if each.place.file == "f.json"]
    assert found.severity is Severity.ERROR
    assert found.what.startswith(what)


def test_a_file_that_another_program_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> bytes:
        raise PermissionError

    monkeypatch.setattr("generator.edition.read.read", held)
    _, (found,) = read_last_year(tmp_path / "f.json")
    assert message(found).what.startswith("f.json kan inte läsas: den är öppen i ett annat program")


def test_a_protected_value_is_not_compared(before: bytes, tmp_path: Path) -> None:
    found = json.loads(before)
    for each in found["figures"]:
        if each["key"].endswith("@2024"):
            each.update(state="masked", value=None)
    path = tmp_path / "f.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    rules = [each.code for each in examine(written(changed(IncomeOrCost, 1, last_year=999), tmp_path), path).findings]
    assert not {"comparative_differs", "note_rows_changed"} & set(rules)


def test_a_later_program_may_have_added_to_the_file(before: bytes, tmp_path: Path) -> None:
    path = tmp_path / "f.json"
    path.write_bytes(edited(before, something_new={"a": 1}))
    findings = examine(written(this_year(), tmp_path), path).findings
    assert any(each.code == "last_year_agrees" for each in findings)


def test_the_same_organisation_number_is_the_same_association_with_a_new_name(before: bytes, tmp_path: Path) -> None:
    path = tmp_path / "f.json"
    number = {"association__organisation_number": "222000-1234", "association__name": "Gamla namnet"}
    path.write_bytes(edited(before, **number))
    values = changed(Association, 0, organisation_number="2220001234")
    assert any(each.code == "last_year_agrees" for each in examine(written(values, tmp_path), path).findings)


def test_the_file_named_goes_before_the_one_beside_the_workbook(before: bytes, tmp_path: Path) -> None:
    (tmp_path / "fjol.json").write_text("nonsense", encoding="utf-8")
    (tmp_path / "2024.json").write_bytes(before)
    rules = {each.code for each in examine(written(this_year(), tmp_path), tmp_path / "2024.json").findings}
    assert "last_year_agrees" in rules
    assert "last_year_no_report" not in rules


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ({"name": "FÖRBUNDET  provet"}, {}),
        ({"name": ""}, {}),
        (
            {"name": "Förbundet före namnbytet", "organisation_number": "222000-9993"},
            {"organisation_number": "2220009993"},
        ),
    ],
)
def test_an_association_is_known_by_its_number_or_its_name_however_they_are_written(
    before: bytes, tmp_path: Path, theirs: dict[str, str], ours: dict[str, str]
) -> None:
    changes = {f"association__{field}": value for field, value in theirs.items()}
    (tmp_path / "fjol.json").write_bytes(edited(before, **changes))
    examination = examine(written({**this_year(), Association: association(2025, **ours)}, tmp_path))
    assert [each.code for each in examination.findings if _concerns(each.code)] == ["last_year_agrees"]
