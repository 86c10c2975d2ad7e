"""Control amounts: what is printed against what is derived, with the printed digits, units and signs."""

from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from component_cases import read, told
from hypothesis import given
from hypothesis import strategies as st

from generator.figures.figure import Figure, FigureId, Figures, How, Masked, calendar_year
from generator.figures.naming import Names
from generator.findings.finding import Severity
from generator.findings.message import Message
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.printed import printed_of
from generator.model.registers import Activity, Note
from generator.model.rows import Row
from generator.subjects.control.figures_compared import Verdict, compared
from generator.subjects.control.figures_found import Untestable, find
from generator.subjects.control.rows import ControlAmount
from generator.subjects.control.rows_proposed import USUAL
from generator.subjects.control.rules import control_amounts_agree
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.overview.rows import KeyFigure

COSTS = "Verksamhetens kostnader"
INCOME = "Intäkter och kostnader"


def underlag() -> dict[type[Row], list[dict[str, Any]]]:
    """2020 with öre: costs 1 250.40 in a note, income 2 000, a budget, an insats, and 2018 in the overview."""
    return {
        Note: [{"key": "Kostnader"}, {"key": "Annat"}],
        Activity: [{"key": "Stöd", "group": "individinriktad"}, {"key": "Bidrag", "group": "finansiering"}],
        IncomeOrCost: [
            {
                "line": "Verksamhetens intäkter",
                "activity": "Bidrag",
                "this_year": Decimal("2000.00"),
                "last_year": Decimal("1800.00"),
                "budget": 1900,
            },
            {
                "line": "Verksamhetens kostnader",
                "note": "Kostnader",
                "note_row": "Lön",
                "activity": "Stöd",
                "this_year": Decimal("850.40"),
                "last_year": Decimal("700.30"),
                "budget": 900,
            },
            {
                "line": "Verksamhetens kostnader",
                "note": "Kostnader",
                "note_row": "Övrigt",
                "this_year": Decimal("400.00"),
            },
            {"line": "Finansiella kostnader", "note": "Annat", "note_row": "Övrigt", "this_year": Decimal("12.30")},
        ],
        BalanceItem: [
            {"line": "Kassa och bank", "this_year": Decimal("5737.30"), "last_year": 5000},
            {"line": "Kortfristiga skulder", "this_year": Decimal("2900.30"), "last_year": 2900},
        ],
        OpeningBalance: [{"line": "Eget kapital", "amount": 1000}, {"line": "Kassa och bank", "amount": 1000}],
        KeyFigure: [{"key": "Soliditet", "third_year": Decimal("0.7")}],
        Insats: [{"key": "Motivera mer"}],
        InsatsCost: [{"insats": "Motivera mer", "kind": "Löner", "reported": Decimal("800.00")}],
    }


def messages(*rows: dict[str, Any], **more: Any) -> list[Message]:
    case, problems = read({**underlag(), ControlAmount: list(rows)}, **more)
    assert problems == []
    return told(control_amounts_agree, case)


def verdicts(*rows: dict[str, Any], **more: Any) -> list[str]:
    """Severity, cell and sentence for every row with something to say, without the count."""
    return [
        f"{each.severity.word} {each.place.cell}: {each.what}".replace("\u00a0", " ")
        for each in messages(*rows, **more)
        if "kontrollbelopp stämmer" not in each.what
    ]


def row(figure: str, amount: object, **more: object) -> dict[str, Any]:
    return {"figure": figure, "amount": amount, **more}


def test_a_share_below_one_is_unclear_only_where_no_per_cent_sign_stands() -> None:
    assert verdicts(row("Soliditet", Decimal("0.9"))) == ["Varning D5: 0,9 i cellen kan vara 0,9 % eller en andel."]
    (said,) = verdicts(row("Soliditet", "0,9 %"))
    assert "49" in said
    assert "andel" not in said


AGREEING = {
    "as typed, with öre": row(COSTS, "1 250,40"),
    "in whole kronor": row(COSTS, "1 250 kr"),
    "a cost with the minus of a statement": row(COSTS, "−1 250"),
    "a number cell": row(COSTS, Decimal("1250.4")),
    "in thousands": row(COSTS, "1", unit="tkr"),
    "in thousands with decimals": row(COSTS, "1,3 tkr"),
    "in the same unit in both cells": row(COSTS, "1,3 tkr", unit="tkr"),
    "in millions": row("Kassa och bank", "0,01 mnkr"),
    "last year": row(COSTS, "700", year=2019),
    "a sum of last year": row("Årets resultat", "1 099,70", year=2019),
    "a share": row("Soliditet", "49 %"),
    "a share with a decimal": row("Soliditet", "49,4", unit="%"),
    "an older year of the overview": row("Soliditet", "70 %", year=2018),
    "a row of a note": row("Lön", "850"),
    "a figure by its key": row("note.kostnader.övrigt", "400"),
    "a row by its note": row("not.kostnader.övrigt", "400"),
    "by its whole key": row("note.annat.övrigt@2020", "12"),
    "a budget by its key without a year": row("income_statement.operating_costs/budget", "900"),
    "a name in another case": row("  årets RESULTAT ", "737"),
    "an insats": row("insats.motivera_mer", "800"),
    "a kind of cost of an insats": row("Löner", "800"),
    "the budget": row(COSTS, "900", measure="budget"),
    "the decided budget by its name": row(COSTS, "−900", measure="beslutad budget"),
    "a deviation of a cost, that became higher": row(COSTS, "−350", measure="avvikelse"),
    "a deviation of an income, that became higher": row("Verksamhetens intäkter", "100", measure="avvikelse"),
    "what there is none of": row("Avskrivningar", "0"),
    "the ledger's income": row("Verksamhetens intäkter", "-2 000,00", sign="som i huvudboken"),
    "the ledger's cost": row(COSTS, "1 250,40", sign="som i huvudboken"),
    "the ledger's surplus": row("Årets resultat", "-737,30", sign="som i huvudboken"),
    "the ledger's equity": row("Eget kapital", "-2 837,00", sign="som i huvudboken"),
    "the ledger's assets": row("Kassa och bank", "5 737,30", sign="som i huvudboken"),
    "a note with minus, when the source writes so": row("Lön", "−850", sign="kostnader med minus"),
}


@pytest.mark.parametrize("name", AGREEING)
def test_an_amount_that_agrees_is_counted_and_nothing_more(name: str) -> None:
    (only,) = messages(AGREEING[name])
    assert only.what == "1 kontrollbelopp stämmer."
    assert only.severity is Severity.NOTE
    assert only.place.tab == "Avstämning"


DIFFERING = {
    "another amount": (
        row(COSTS, "1 251", source="huvudbok"),
        (
            f"Varning D5: {COSTS} 2020: kontrollbeloppet är 1 251 kr (huvudbok), beräknat 1 250,40 kr. "
            f"Skillnad 0,60 kr. Beräknat ur fliken {INCOME}, cellerna G6–G7."
        ),
    ),
    "the last digit in millions": (
        row("Kassa och bank", "0,02 mnkr"),
        (
            "Varning D5: Kassa och bank 2020: kontrollbeloppet är 0,02 mnkr, beräknat 5 737,30 kr. "
            "Skillnad 14 262,70 kr. "
            "Beräknat ur fliken Balansposter, cell F5."
        ),
    ),
    "the unit from its column is told": (
        row(COSTS, "2", unit="tkr"),
        (
            f"Varning D5: {COSTS} 2020: kontrollbeloppet är 2 tkr, beräknat 1 250,40 kr. Skillnad 749,60 kr. "
            f"Beräknat ur fliken {INCOME}, cellerna G6–G7."
        ),
    ),
    "a share": (
        row("Soliditet", "51 %"),
        "Varning D5: Soliditet 2020: kontrollbeloppet är 51 %, beräknat 49,4 %. Skillnad 1,6 procentenheter.",
    ),
    "a forgotten post": (
        row("Avskrivningar", "15"),
        "Varning D5: Avskrivningar 2020: kontrollbeloppet är 15 kr, beräknat 0 kr. Skillnad 15 kr.",
    ),
    "a result of the other sign": (
        row("Årets resultat", "−737"),
        (
            "Varning D5: Årets resultat 2020: kontrollbeloppet är −737 kr, beräknat 737,30 kr: samma "
            "belopp med omvänt tecken. "
            f"Beräknat ur fliken {INCOME}, cellerna G5–G8."
        ),
    ),
    "a deviation of the other sign": (
        row(COSTS, "350", measure="avvikelse"),
        (
            f"Varning D5: {COSTS}, avvikelse mot beslutad budget 2020: kontrollbeloppet är 350 kr, beräknat "
            f"−350,40 kr: samma belopp med omvänt tecken. Beräknat ur fliken {INCOME}, cellerna G6, J6, G7."
        ),
    ),
    "a cost in a note with minus": (
        row("Lön", "-850"),
        (
            "Varning D5: Lön 2020: kontrollbeloppet är −850 kr, beräknat 850,40 kr: samma belopp med omvänt tecken. "
            f"Beräknat ur fliken {INCOME}, cell G6."
        ),
    ),
    "an asset with minus": (
        row("Kassa och bank", "−5 737"),
        (
            "Varning D5: Kassa och bank 2020: kontrollbeloppet är −5 737 kr, beräknat 5 737,30 kr: samma "
            "belopp med omvänt "
            "tecken. Beräknat ur fliken Balansposter, cell F5."
        ),
    ),
    "the ledger's income without minus": (
        row("Verksamhetens intäkter", "2 000", sign="som i huvudboken"),
        (
            "Varning D5: Verksamhetens intäkter 2020: kontrollbeloppet är 2 000 kr, beräknat −2 000 kr: "
            "samma belopp med omvänt "
            f"tecken. Beräknat ur fliken {INCOME}, cell G5."
        ),
    ),
    "an unknown name": (
        row("Verksamhetens kostnad", "1"),
        (
            "Varning A5: ”Verksamhetens kostnad” är ingen siffra i rapporten. Menade du ”Verksamhetens "
            "kostnader”, ”Verksamhetens nettokostnader” eller ”verksamhet.stöd.kostnader”?"
        ),
    ),
    "a name of several figures": (
        row("Övrigt", "400"),
        "Varning A5: ”Övrigt” kan vara flera siffror: not.annat.övrigt, not.kostnader.övrigt.",
    ),
    "a year that is not there": (
        row("Kassa och bank", "1", year=2015),
        "Notera A5: Ej prövad: Kassa och bank 2015, eftersom den bara finns för 2020, 2019 och 2018.",
    ),
    "a budget that is not there": (
        row("Kassa och bank", "1", measure="budget"),
        "Notera A5: Ej prövad: Kassa och bank 2020, eftersom det inte finns någon budget för den.",
    ),
    "what nobody has stated": (
        row("Soliditet", "80 %", year=2017),
        "Notera A5: Ej prövad: Soliditet 2017, eftersom underlaget saknar uppgiften.",
    ),
    "no amount": (row(COSTS, None), "Notera D5: Beloppet för Verksamhetens kostnader saknas."),
    "a unit of another kind": (
        row(COSTS, "5 %"),
        "Varning D5: Verksamhetens kostnader anges i kr, men kontrollbeloppet 5 % har enheten %.",
    ),
    "two units": (
        row(COSTS, "1 250 kr", unit="tkr"),
        "Varning D5: Beloppet 1 250 kr har enheten kr, men i kolumnen Enhet står tkr.",
    ),
    "a share as a bare number": (
        row("Soliditet", Decimal("0.49")),
        "Varning D5: 0,49 i cellen kan vara 0,49 % eller en andel.",
    ),
}


@pytest.mark.parametrize("name", DIFFERING)
def test_what_does_not_agree_is_told_with_cell_and_both_amounts(name: str) -> None:
    typed, expected = DIFFERING[name]
    assert verdicts(typed) == [expected]


def test_the_count_tells_agreeing_all_and_untested() -> None:
    rows = [row(COSTS, "1 250"), row(COSTS, "1 251"), row("Kassa och bank", "1", year=2015)]
    assert messages(*rows)[-1].what == "1 av 3 kontrollbelopp stämmer, 1 är inte prövat."


def test_without_control_amounts_nothing_is_said() -> None:
    assert messages() == []


def test_an_amount_that_cannot_be_read_is_told_once_and_not_counted() -> None:
    case, problems = read({**underlag(), ControlAmount: [row(COSTS, "ungefär två"), row(COSTS, "1,234")]})
    assert [each.code for each in problems] == ["amount_not_a_number", "amount_ambiguous"]
    assert told(control_amounts_agree, case) == []


def test_a_difference_as_large_as_one_amount_gives_the_clue() -> None:
    (found, _) = messages(row(COSTS, "1 262,70"))
    (cause,) = found.causes
    assert cause.startswith(f"Möjlig orsak: fliken {INCOME}, cell G8 (Övrigt): 12,30\u00a0kr räknas inte hit")
    assert "lika stor" not in found.remedy


def test_a_control_amount_that_a_cell_explains_tells_the_cell() -> None:
    (doubled, _) = messages(row(COSTS, "400,00"))
    assert f"fliken {INCOME}, cell G6 (Lön)" in doubled.causes[0]


def test_a_control_amount_with_two_digits_swapped_is_its_own_cause() -> None:
    (found, _) = messages(row("Kassa och bank", "5 773,30"))
    assert any("två siffror bytt plats" in cause for cause in found.causes)


def test_the_budget_is_the_one_that_the_report_shows() -> None:
    assert verdicts(row(COSTS, "900", measure="budget"), budget_shown="reviderad") == [
        "Notera A5: Ej prövad: Verksamhetens kostnader 2020, eftersom det inte finns någon budget för den."
    ]


def test_a_disagreement_does_not_stop_the_report() -> None:
    severities = {each.severity for typed, _ in DIFFERING.values() for each in messages(typed)}
    assert Severity.ERROR not in severities


def test_whole_kronor_in_the_underlag_explain_as_much_as_they_can() -> None:
    values = underlag()
    values[IncomeOrCost] = [
        {"line": COSTS, "note": "Kostnader", "note_row": f"Rad {number}", "this_year": 100 + number}
        for number in range(4)
    ]
    rows = [row(COSTS, "408"), row(COSTS, "412"), row("Rad 1", "103")]
    case, _ = read({**values, ControlAmount: rows})
    found = told(control_amounts_agree, case)
    assert [(each.severity.word, each.place.cell) for each in found] == [
        ("Notera", "D5"),
        ("Varning", "D6"),
        ("Varning", "D7"),
        ("Notera", ""),
    ]
    assert "Skillnad 2\u00a0kr ryms i avrundningen." in found[0].what
    assert "Avrundningen av de inskrivna beloppen kan ge högst 2\u00a0kr." in found[1].what


def test_a_printed_sum_of_rounded_rows_is_rounding() -> None:
    values = underlag()
    values[IncomeOrCost] = [
        {"line": COSTS, "note": "Kostnader", "note_row": name, "this_year": Decimal("100.40")}
        for name in ("A", "B", "C")
    ]
    case, _ = read({**values, ControlAmount: [row(COSTS, "300"), row(COSTS, "302")]})
    assert [each.severity.word for each in told(control_amounts_agree, case)] == ["Notera", "Varning", "Notera"]


def test_every_usual_name_is_one_that_the_program_knows() -> None:
    case, _ = read({**underlag(), KeyFigure: [], ControlAmount: [row(name, "1") for name in USUAL]})
    rules = {each.code for each in control_amounts_agree(case)}
    assert "control_unknown" not in rules


def test_a_protected_value_is_never_compared() -> None:
    hidden = Figure(FigureId("women", 2020), "Kvinnor", Masked("färre än 5"), "antal", calendar_year(2020), How.STATED)
    found = find(Names(Figures({hidden.key: hidden}), 2020), "Kvinnor", 2020, "")
    assert found == Untestable("värdet är skyddat")


@cache
def amount_of(kronor: Decimal) -> Figure:
    key = FigureId("income_statement.net_result", 2020)
    return Figure(key, "Årets resultat", kronor, "kr", calendar_year(2020), How.STATED)


@given(
    st.decimals(-(10**9), 10**9, places=2),
    st.sampled_from([("kr", 0, 2), ("tkr", 3, 0), ("tkr", 3, 1), ("mnkr", 6, 1), ("mnkr", 6, 2)]),
)
def test_what_is_printed_rounded_agrees_and_one_last_digit_more_does_not(
    kronor: Decimal, form: tuple[str, int, int]
) -> None:
    unit, scale, decimals = form
    shown = kronor.scaleb(-scale).quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP")
    step = Decimal(1).scaleb(-decimals)
    for number, expected in ((shown, {Verdict.AGREES}), (shown + 2 * step, {Verdict.DIFFERS, Verdict.OTHER_SIGN})):
        printed = printed_of(f"{number:f}".replace(".", ",") + f" {unit}")
        assert printed is not None
        assert compared(printed, unit, amount_of(kronor)).verdict in expected
