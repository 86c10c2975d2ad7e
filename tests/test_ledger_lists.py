"""Lists of accounts: what is read of the shapes that ledger programs print, and what is told of what is wrong."""

from decimal import Decimal

import pytest

from generator.findings.finding import Finding, Severity
from generator.findings.message import message
from generator.ground.source import Source
from generator.ledger.lists.csv_text import grid_of
from generator.ledger.lists.read import read_list
from generator.ledger.row import Ledger

PLACE = Source(3000, file="lista.csv")
YEAR = 2025


def read(text: str | bytes, year: int = YEAR) -> tuple[Ledger | None, list[Finding]]:
    grid = grid_of(text if isinstance(text, bytes) else text.encode(), PLACE)
    assert grid is not None
    return read_list(grid, PLACE, year)


def amounts(ledger: Ledger | None) -> dict[tuple[str, ...], dict[str, Decimal]]:
    """What a ledger says, by account and objects and year."""
    assert ledger is not None
    return {
        (row.account, *(each.key for each in row.objects), str(row.year)): {
            measured.name.lower(): amount for measured, amount in row.amounts.items()
        }
        for row in ledger.rows
    }


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.cell) for finding in findings]


PLAIN = """\
Konto;Benämning;IB;UB;Utfall i fjol;Budget
1930;Bank;100,50;1 234,50;;
2010;Eget kapital;-100,50;0;;
3010;Bidrag;;-5 000,00;-4 000;-5 000
4010;Inköp;;3 765,50;4 000;5 000
"""


def test_a_plain_list_is_read() -> None:
    ledger, findings = read(PLAIN)
    assert amounts(ledger) == {
        ("1930", "2025"): {"opening": Decimal("100.50"), "closing": Decimal("1234.50")},
        ("2010", "2025"): {"opening": Decimal("-100.50"), "closing": Decimal(0)},
        ("3010", "2025"): {"result": Decimal(-5000), "budget": Decimal(-5000)},
        ("3010", "2024"): {"result": Decimal(-4000)},
        ("4010", "2025"): {"result": Decimal("3765.50"), "budget": Decimal(5000)},
        ("4010", "2024"): {"result": Decimal(4000)},
    }
    assert told(findings) == []
    assert ledger is not None
    assert ledger.names["4010"] == "Inköp"


def test_a_list_without_heads_or_accounts_is_told() -> None:
    assert told(read("Saldon\n1930;Bank;100\n")[1]) == [("ledger_list_no_heads", "")]
    assert told(read("Konto;Namn;Saldo\nBank;;100\n")[1]) == [("ledger_list_no_accounts", "")]


def test_heads_say_kind_year_and_unit() -> None:
    heads = "Kto;Kontonamn;Ing. balans;Utgående balans 2025-12-31 (tkr);Bokslut 2024;Årsbudget;Avvikelse;SRU"
    ledger, findings = read(f"Belopp i tkr\n{heads}\n1930;Bank;1;3;1;;9;7\n2010;Eget kapital;-1;-3;-1;;9;7\n")
    assert amounts(ledger)["1930", "2025"] == {"opening": Decimal(1000), "closing": Decimal(3000)}
    assert amounts(ledger)["1930", "2024"] == {"closing": Decimal(1000)}
    assert ledger is not None
    assert ledger.unit == Decimal(1000)
    assert told(findings) == []


def test_amounts_are_read_in_all_spellings() -> None:
    spellings = ("1 234,50", "1\u00a0234,50", "1.234,50", "1 234:50", "1234.5", "1 234,50 kr", "+1 234,5")
    minus = ("\u22121 234,50", "(1 234,50)", "1 234,50-", "-1234,5", "\u20131 234,50")
    rows = [
        f"{1000 + number};{each};{other}" for number, (each, other) in enumerate(zip(spellings, minus, strict=False))
    ]
    ledger, _ = read("Konto;IB;UB\n" + "\n".join(rows))
    found = {(*each.values(),) for each in amounts(ledger).values()}
    assert found == {(Decimal("-1234.5"), Decimal("1234.5"))}


def test_an_amount_with_two_readings_and_a_text_are_refused_once_per_column() -> None:
    _, findings = read(
        "Konto;UB;Budget\n1930;1.234;\n4010;x;1\n4011;1;a\n4012;1;b\n4013;1;c\n4014;1;d\n4015;1;e\n4016;1;f\n"
    )
    assert told(findings) == [("amount_ambiguous", "B2"), ("amount_not_a_number", "B3"), ("amount_not_a_number", "C4")]
    assert findings[-1].besides == "Detsamma gäller 5 till: C5, C6, C7, C8 och C9."


def test_encodings_and_delimiters_are_found() -> None:
    text = "Konto;Benämning;Saldo\n1930;Företagskonto ÅÄÖ;1 234,50\n2010;Eget kapital;-1 234,50\n"
    quoted = '"Konto","Benämning","Saldo"\n"1930","Företagskonto ÅÄÖ","1 234,50"\n"2010","Eget kapital","-1 234,50"\n'
    dialects = [text.encode(each) for each in ("utf-8", "utf-8-sig", "cp1252", "utf-16", "cp437")]
    dialects += [text.replace(";", each).encode() for each in "\t|"] + [quoted.encode(), f"sep=;\n{text}".encode()]
    for data in dialects:
        ledger, findings = read(data)
        assert amounts(ledger)["1930", "2025"] == {"closing": Decimal("1234.50")}
        assert ledger is not None
        assert ledger.names["1930"] == "Företagskonto ÅÄÖ"
        assert told(findings) == []


FORTNOX_LIKE = """\
Balansrapport och resultatrapport;;;
Räkenskapsår 2024-01-01 - 2024-12-31;;Utskriven 2026-01-12;
;;;
Konto;;Saldo 2024-12-31;Bokslut 2023
TILLGÅNGAR;;;
1930 Bank;;1 500,00;900,00
Summa tillgångar;;1 500,00;900,00
EGET KAPITAL OCH SKULDER;;;
2010 Eget kapital;;-900,00;-900,00
Beräknat resultat;;-600,00;0,00
Summa eget kapital och skulder;;-1 500,00;-900,00
Sida 2;;;
Konto;;Saldo 2024-12-31;Bokslut 2023
INTÄKTER;;;
3010 Bidrag;;1 000,00;100,00
KOSTNADER;;;
4010 Projekt;;-400,00;-100,00
BERÄKNAT RESULTAT;;600,00;0,00
"""


def test_a_printed_report_with_turned_result_is_read_with_the_ledgers_signs() -> None:
    ledger, findings = read(FORTNOX_LIKE)
    assert amounts(ledger)["3010", "2024"] == {"result": Decimal(-1000)}
    assert amounts(ledger)["4010", "2024"] == {"result": Decimal(400)}
    assert amounts(ledger)["2010", "2023"] == {"closing": Decimal(-900)}
    assert [(finding.code, finding.values["said"]) for finding in findings] == [
        ("ledger_list_signs", "intäkter utan minus och kostnader med minus")
    ]


WITH_OBJECTS = """\
Konto;Konto (T);Ansvar;Projekt;Projekt (T);Debet;Kredit
1930;Bank;;;;1000,00;
2010;Eget kapital;;;;;300,00
3010;Bidrag;100;P1;Teamet;;900,00
4010;Inköp;;;;200,00;
4010;Inköp;100;P1;Teamet;150,00;
4010;Inköp;110;P2 Annat;;50,00;
"""


def test_objects_are_parts_of_an_account_whose_total_is_not_added() -> None:
    ledger, findings = read(WITH_OBJECTS)
    found = amounts(ledger)
    assert found["4010", "2025"] == {"result": Decimal(200)}
    assert found["4010", "100", "P1", "2025"] == {"result": Decimal(150)}
    assert found["4010", "110", "P2", "2025"] == {"result": Decimal(50)}
    assert ledger is not None
    assert {each.name for row in ledger.rows for each in row.objects} == {"", "Teamet", "Annat"}
    assert told(findings) == []


def test_a_row_without_an_object_is_a_part_where_no_row_is_a_total() -> None:
    ledger, findings = read("Konto;Projekt;Saldo\n1930;;-300\n4010;P1;200\n4010;;100\n2010;;0\n")
    assert amounts(ledger)["4010", "2025"] == {"result": Decimal(300)}
    assert told(findings) == [("ledger_list_rest_counted", "C4")]


def test_a_total_that_is_not_its_parts_is_told_beside_those_that_are() -> None:
    rows = "4010;;300\n4010;P1;200\n4010;P2;100\n4020;;90\n4020;P1;50\n4020;P2;30\n"
    _, findings = read(f"Konto;Projekt;Saldo\n{rows}")
    assert [each.subjects[0].cell for each in findings if each.code == "ledger_list_total_differs"] == ["C5"]


def test_an_account_twice_is_told_with_both_cells() -> None:
    heads = "Konto;Namn;Saldo\n1930;Bank;-300\n2010;Eget kapital;-100\n"
    _, findings = read(f"{heads}4010;Inköp;200\n4010;Inköp;200\n4020;Resor;150\n4020;Resor;50\n")
    doubled, twice = findings[:2]
    assert (doubled.code, [each.cell for each in doubled.subjects]) == ("ledger_list_account_doubled", ["C4", "C5"])
    assert (twice.code, [each.cell for each in twice.subjects]) == ("ledger_list_account_twice", ["C6", "C7"])
    many = "".join(f"{4100 + number};Konto;{number + 1}\n{4100 + number};Konto;{number + 2}\n" for number in range(6))
    assert [each.code for each in read(heads + many)[1]].count("ledger_list_account_twice") == 1


def test_groups_of_accounts_and_ranges_are_sums() -> None:
    rows = (
        "193;Likvida medel;500;\n1930;Bank;300;\n1931;Giro;200;\n19;Kassa och bank;500;\n2010;Kapital;-500;\n3xxx;;0;\n"
    )
    ledger, findings = read(f"Konto;Namn;UB;IB\n{rows}")
    assert {account for account, _ in amounts(ledger)} == {"1930", "1931", "2010"}
    assert told(findings) == [("ledger_list_groups", "A2")]


def test_a_wrong_sum_and_an_amount_without_account_are_told() -> None:
    rows = "1930;Bank;300\n1931;Giro;200\n;Summa tillgångar;600\n2010;Kapital;-500\n;Övrigt;70\n30-39;Intäkter;5\n"
    _, findings = read(f"Konto;Namn;Saldo\n{rows}")
    assert told(findings) == [
        ("ledger_list_sum_differs", "C4"),
        ("ledger_list_sum_differs", "C7"),
        ("ledger_list_row_without_account", "C6"),
    ]


def test_words_that_begin_as_those_of_a_sum_or_a_footer_hide_no_amount() -> None:
    rows = ";Kontrollavgift;30\n;Transportkostnader;40\n;Nettolöner;20\n;Periodiserade kostnader;10\n"
    _, findings = read(f"Konto;Namn;Saldo\n1930;Bank;500\n2010;Kapital;-500\n{rows}")
    assert [place for code, place in told(findings) if code == "ledger_list_row_without_account"] == [
        "C4",
        "C5",
        "C6",
        "C7",
    ]
    _, findings = read(f"Konto;Namn;Saldo\n1930;Bank;500\n2010;Kapital;-500\n{rows * 2}")
    assert "räknas inte. Detsamma gäller 7 till: C5, C6," in message(findings[-1]).what


def test_accounts_above_the_heads_are_told() -> None:
    _, findings = read("1930;Bank;5\nKonto;Namn;Saldo\n2010;Kapital;-5\n")
    assert told(findings) == [("ledger_list_rows_above", "A1")]


def test_a_list_that_is_not_nil_is_told_with_its_amount() -> None:
    _, findings = read("Konto;Namn;IB;UB;Fg år\n1930;Bank;100;500;1\n2010;Kapital;-90;-300;-2\n4010;Inköp;;10;\n")
    assert [(each.code, each.values["amount"], each.values["year"]) for each in findings] == [
        ("ledger_list_not_nil", Decimal(210), 2025),
        ("ledger_list_opening_not_nil", Decimal(10), 2025),
    ]


def test_a_result_that_is_booked_in_equity_already_is_no_error() -> None:
    _, findings = read("Konto;Namn;Saldo\n1930;Bank;500\n2099;Årets resultat;-500\n3010;Bidrag;-900\n4010;Inköp;400\n")
    assert told(findings) == [("ledger_list_result_in_equity", "")]


def test_a_list_of_verifications_or_of_part_of_the_year_is_told() -> None:
    assert told(read("Konto;Namn;Vernr;Datum;Debet;Kredit\n1930;Bank;A1;2025-01-02;5;\n")[1]) == [
        ("ledger_list_of_verifications", "C1")
    ]
    heads = "Konto;Namn;Utfall jan-okt 2025\n3010;Bidrag;-5\n3011;Bidrag;-5\n"
    assert told(read(heads)[1]) == [("ledger_list_part_of_year", "C1")]
    title = "Period: 2025-01-01 - 2025-10-31\nKonto;Namn;Saldo\n3010;Bidrag;-5\n"
    assert told(read(title)[1]) == [("ledger_list_part_of_year", "")]


def test_a_list_without_closing_balances_is_told() -> None:
    assert told(read("Konto;Förändring\n1930;5\n3010;-5\n")[1]) == [("ledger_list_no_closing", "")]
    assert told(read("Konto;Debet;Kredit\n1930;15;10\n3010;;5\n")[1]) == [("ledger_list_no_closing", "")]
    two = "Konto;UB;Period;Period fjol\n1930;5;5;4\n3010;-5;-5;-4\n"
    assert [each.values["year"] for each in read(two)[1] if each.code == "ledger_list_no_closing"] == [YEAR - 1]


@pytest.mark.parametrize("head", ["Föregående år", "2024", "2024-12-31"])
def test_debit_and_credit_of_an_earlier_year_are_what_it_closed_with(head: str) -> None:
    of_this = "UB 2025" if head == "2024" else "UB"
    sides = f"Konto;{of_this} debet;{of_this} kredit;{head} debet;{head} kredit\n1930;5;;4;\n3010;;5;;4\n"
    ledger, findings = read(sides)
    assert amounts(ledger)["1930", "2024"] == {"closing": Decimal(4)}
    assert told(findings) == []


def test_balances_that_do_not_follow_are_told() -> None:
    _, findings = read("Konto;IB;Debet;Kredit;UB\n1930;10;5;10;15\n2010;-10;;;-10\n3010;0;;5;-5\n")
    assert told(findings) == [("ledger_list_change_differs", "E2")]


def test_columns_that_are_not_read_are_told_where_numbers_stand_there() -> None:
    _, findings = read("Konto;Namn;Saldo;Zorro;Anteckning;Utfall\n1930;Bank;5;8;ja;6\n2010;Kapital;-5;9;nej;-6\n")
    assert told(findings) == [("ledger_list_strangers", "D1"), ("ledger_list_column_twice", "F1")]


def test_a_budget_with_other_signs_is_told() -> None:
    _, findings = read("Konto;Utfall;Budget\n1930;5;\n3010;-9;9\n4010;4;4\n")
    assert told(findings) == [("ledger_list_budget_sign", "")]


def test_a_head_over_several_columns_says_what_they_have_in_common() -> None:
    heads = ";;Ingående balans;;Utgående balans;\nKonto;Namn;Debet;Kredit;Debet;Kredit\n"
    ledger, findings = read(f"Period: 2025-01-01 - 2025-12-31\n{heads}1930;Bank;3;;5;\n2010;Kapital;;3;;5\n")
    assert amounts(ledger)["1930", "2025"] == {"opening": Decimal(3), "closing": Decimal(5)}
    years = ";;Utfall;;Budget\nKonto;Namn;2025;2024;2025\n"
    assert amounts(read(f"{years}4010;Inköp;5;4;6\n")[0]) == {
        ("4010", "2025"): {"result": Decimal(5), "budget": Decimal(6)},
        ("4010", "2024"): {"result": Decimal(4)},
    }
    assert told(findings) == []


def test_two_lists_beside_each_other_are_told() -> None:
    _, findings = read("Konto;Saldo;;Konto;Saldo\n1930;5;;3010;-5\n")
    assert told(findings) == [("ledger_list_several_beside", "A1")]
    named, findings = read("Kontonr;Konto;Saldo\n1930;Bank;5\n2010;Kapital;-5\n")
    assert named is not None
    assert (named.names["1930"], told(findings)) == ("Bank", [])


def test_a_quotation_mark_that_is_never_closed_hides_no_row() -> None:
    for name in ("Kapital", "x" * 200_000):
        ledger, _ = read(f'Konto;Namn;UB\n1930;"Bank;500\n2010;"{name}";"-500"\n')
        assert amounts(ledger) == {
            ("1930", "2025"): {"closing": Decimal(500)},
            ("2010", "2025"): {"closing": Decimal(-500)},
        }
    ledger, _ = read('Konto;Namn;"UB\n2025"\n1930;"Bank; nr 2";500\n')
    assert ledger is not None
    assert ledger.names == {"1930": "Bank; nr 2"}


def test_a_comma_that_parts_both_fields_and_decimals_is_told() -> None:
    _, findings = read("Konto,Namn,Saldo\n1930,Bank,1234,50\n2010,Kapital,-1234,50\n")
    assert told(findings)[0] == ("ledger_list_ragged", "A2")


def test_signs_that_nothing_can_tell_are_told() -> None:
    assert told(read("Konto;Namn;Utfall\n3010;Bidrag;900\n4010;Inköp;800\n")[1]) == [("ledger_list_signs_strange", "")]
    result = "Konto;Namn;Utfall\n3010;Bidrag;900\n3020;Bidrag;90\n3030;Bidrag;9\n4010;Inköp;800\n"
    ledger, findings = read(result)
    assert amounts(ledger)["3010", "2025"] == {"result": Decimal(-900)}
    assert [(each.code, each.values["said"]) for each in findings] == [("ledger_list_signs", "intäkter utan minus")]


def test_a_small_account_that_rounding_lets_be_income_or_cost_is_told() -> None:
    rows = "1930;Bank;500\n2010;Kapital;300\n3010;Bidrag;900\n4010;Inköp;701\n8410;Poster;1\n"
    _, findings = read(f"Belopp i tkr\nKonto;Namn;Saldo\n{rows}")
    assert [(each.code, each.severity) for each in findings if each.severity] == [
        ("ledger_list_signs", Severity.WARNING),
        ("ledger_list_not_nil", Severity.NOTE),
    ]


def test_accounts_without_a_head_are_known_by_their_numbers() -> None:
    heads = "Balansrapport;;;;\nPeriod: 2025-01-01 - 2025-12-31;;;;\n;;Ing balans;Period;Utg balans\n"
    rows = "TILLGÅNGAR;;;;\n1930;Bank;3;2;5\n;SUMMA TILLGÅNGAR;3;2;5\n2010;Kapital;-3;-2;-5\n"
    ledger, findings = read(heads + rows)
    assert amounts(ledger)["1930", "2025"] == {"opening": Decimal(3), "closing": Decimal(5)}
    assert ledger is not None
    assert (ledger.names["1930"], told(findings)) == ("Bank", [])


def test_debit_and_credit_beside_their_sum_are_not_added_to_it() -> None:
    heads = "Konto;IB;Debet;Kredit;Förändring;UB\n"
    ledger, findings = read(f"{heads}1930;10;5;2;3;13\n2010;-10;;;;-10\n3010;;;3;-3;-3\n")
    assert amounts(ledger)["1930", "2025"] == {"opening": Decimal(10), "closing": Decimal(13)}
    assert told(findings) == []


def test_a_column_may_say_debit_or_credit_or_the_year_of_each_row() -> None:
    rows = "2025;1930;5;D\n2025;2010;5;K\n2024;1930;4;Debet\n2024;2010;4;Kredit\n"
    ledger, findings = read(f"År;Konto;Belopp;D/K\n{rows}")
    assert amounts(ledger) == {
        ("1930", "2025"): {"closing": Decimal(5)},
        ("1930", "2024"): {"closing": Decimal(4)},
        ("2010", "2025"): {"closing": Decimal(-5)},
        ("2010", "2024"): {"closing": Decimal(-4)},
    }
    assert told(findings) == []


def test_next_years_budget_does_not_make_a_list_one_of_next_year() -> None:
    ledger, _ = read("Konto;Utfall 2025;Budget 2025;Budget 2026\n3010;-5;-6;-7\n4010;5;6;7\n")
    assert ledger is not None
    assert ledger.years == (2025,)


def test_heads_on_two_rows_are_one() -> None:
    heads = "Konto;Namn;Ingående;Utgående;Utfall;Utfall\n;;balans;balans;2025;2024\n"
    ledger, findings = read(f"{heads}1930;Bank;5;6;;\n2010;Kapital;-5;-6;;\n3010;Bidrag;;;-4;-3\n4010;Inköp;;;4;3\n")
    assert amounts(ledger)["1930", "2025"] == {"opening": Decimal(5), "closing": Decimal(6)}
    assert amounts(ledger)["4010", "2024"] == {"result": Decimal(3)}
    assert told(findings) == []


def test_a_row_without_an_object_is_a_part_where_the_list_is_nil_with_it() -> None:
    rows = "1930;;-500\n4510;;200\n4510;P1;150\n4510;P2;50\n4511;P1;100\n4511;;50\n"
    more = "4512;;150\n4512;P1;100\n4512;P2;20\n4512;;30\n"
    ledger, findings = read(f"Konto;Projekt;Saldo\n{rows}{more}")
    found = amounts(ledger)
    assert [found[account, "2025"]["result"] for account in ("4510", "4511", "4512")] == [200, 150, 150]
    assert {each.code for each in findings} == {"ledger_list_rest_counted"}


def test_a_result_in_equity_is_the_one_that_is_booked() -> None:
    rows = "1930;Bank;500\n2099;Årets resultat;-500\n3010;Bidrag;-900\n4010;Inköp;300\n"
    assert told(read(f"Konto;Namn;Saldo\n{rows}")[1]) == [("ledger_list_not_nil", "")]


@pytest.mark.parametrize(
    ("debit", "credit"),
    [
        ("1 234,50 D", "1 234,50 K"),
        ("1234.50", "1,234.50CR"),
        ("1 234,50 Debet", "1 234,50 kredit"),
        ("SEK 1 234,50", "SEK -1 234,50"),
        ("kr 1 234,50", "kr -1 234,50"),
        ("1'234.50", "-1\u2019234.50"),
    ],
)
def test_amounts_are_read_as_ledger_programs_write_them(debit: str, credit: str) -> None:
    ledger, findings = read(f"Konto;UB\n1930;{debit}\n2010;{credit}\n")
    found = [each["closing"] for each in amounts(ledger).values()]
    assert (found, told(findings)) == ([Decimal("1234.50"), Decimal("-1234.50")], [])


@pytest.mark.parametrize("amount", ["-800 K", "800 k", "K 800", "8OO D", "SEK", "1'23", "800 kr K"])
def test_what_may_be_something_else_is_refused(amount: str) -> None:
    assert ("amount_not_a_number", "B2") in told(read(f"Konto;UB\n1930;{amount}\n2010;-800\n")[1])


def test_an_account_that_is_written_once_for_its_objects_is_read_on_the_rows_below() -> None:
    head, more = "Konto;Projekt;UB\n1930;;30\n", "3010;;-70\n"
    ledger, findings = read(f"{head}4010;P1;10\n;P2;30\n{more}")
    assert amounts(ledger)["4010", "2025"] == {"result": Decimal(40)}
    assert amounts(ledger)["4010", "P2", "2025"] == {"result": Decimal(30)}
    assert told(findings) == []
    for row in (";Summa;30", "\n;P2;30", ";P1;30"):  # a total, a list of projects below, the same once more
        assert ("ledger_list_not_nil", "") in told(read(f"{head}4010;P1;10\n{row}\n{more}")[1])
    repeated = f"{head}4010;P1;10\n;P2;30\n4020;P1;5\n4020;P2;5\n3010;;-80\n"  # here it has been lost
    assert ("ledger_list_row_without_account", "C4") in told(read(repeated)[1])
