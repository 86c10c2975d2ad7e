"""``new --ledger``: from the ledger's file to a workbook whose amounts nobody types, and to the next year's."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from ledger_files import ACCOUNTS, Accounts, Objects, sie

from generator import cli
from generator.commands.new_steps import next_steps
from generator.figures.figure import FigureId
from generator.findings.finding import Severity
from generator.ground.source import Source
from generator.ledger.row import Ledger, LedgerObject, LedgerRow, Measured
from generator.ledger.sie.read import read_sie
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.registers import Activity, Note
from generator.model.topics import TOPICS
from generator.pipeline import examine
from generator.starter.folder import begun_of
from generator.starter.from_ledger import Begun
from generator.subjects.ledger.rows import AccountRow
from generator.subjects.members.rows import Member

Run = Callable[..., tuple[int | str | None, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in an empty folder; gives its status and all that it says."""
    monkeypatch.chdir(tmp_path)

    def go(*arguments: str) -> tuple[int | str | None, str]:
        with pytest.raises(SystemExit) as stopped:
            cli.main(arguments)
        told = capfd.readouterr()
        return stopped.value.code, (told.out + told.err).replace("\N{NO-BREAK SPACE}", " ")

    return go


def read(accounts: Accounts = ACCOUNTS, objects: Objects = ()) -> Ledger:
    ledger, _ = read_sie(sie(2025, accounts, objects=objects), Source(3000, file="bokslut.se"))
    assert ledger is not None
    return ledger


def begun(accounts: Accounts = ACCOUNTS, objects: Objects = ()) -> Begun:
    return begun_of(read(accounts, objects), 2025, TOPICS)


def chart(made: Begun) -> dict[str, dict[str, Any]]:
    return {f"{row['accounts']} {row['objects']}".strip(): dict(row) for row in made.values[AccountRow]}


@pytest.mark.slow
def test_from_the_ledger_to_two_years_reports_without_a_typed_figure(run: Run) -> None:
    Path("bokslut.se").write_bytes(sie(2025))
    status, told = run("new", "i år", "--ledger", "bokslut.se")
    assert (status, Path("i år/bokslut.se").read_bytes()) == (0, sie(2025))
    assert "14 av 14 konton har fått sin plats i fliken Kontoplan: 100 % av beloppen." in told
    Path("nytt.se").write_bytes(sie(2026, (*ACCOUNTS, ("6550", "Konsultarvoden", 30)), years=1))
    status, told = run("new", "nästa år", "--from", "i år", "--ledger", "nytt.se")
    assert status == 0
    assert "6550 Konsultarvoden, 30 000 kr: Verksamhetens kostnader · Kostnader · Konsultarvoden" in told
    assert {path.name for path in Path("nästa år").glob("*.se")} == {"bokslut.se", "nytt.se"}
    second = examine(Path("nästa år"))
    assert not [each.code for each in second.findings if each.severity is Severity.ERROR]
    figures = second.whole.derived.figures
    assert figures[FigureId("income_statement.net_result", 2026)].value == 309000


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (sie(2024), "Filen annan.se gäller 2023 och 2024, inte 2025."),
        (b"inget", "annan.se är ingen SIE-fil"),
        (None, "annan.se finns inte."),
    ],
)
def test_what_is_no_ledger_of_the_year_is_told_and_nothing_is_written(run: Run, made: bytes | None, told: str) -> None:
    if made:
        Path("annan.se").write_bytes(made)
    status, said = run("new", "mapp", "--year", "2025", "--ledger", "annan.se")
    assert status == 1
    assert told in said
    assert said.strip().endswith("Inget skrevs.")
    assert not Path("mapp").exists()


def test_no_amount_of_the_ledger_is_begun_in_a_tab_where_amounts_are_typed() -> None:
    values = begun().values
    assert (values[BalanceItem], values[OpeningBalance]) == ((), ())
    amounts = {name for row in values[IncomeOrCost] for name in row} - {"line", "activity", "remark"}
    assert not amounts
    assert [note["key"] for note in values[Note]] == [
        "Intäkter",
        "Kostnader",
        "Räkenskapsrevision",
        "Fordringar",
        "Kassa",
        "Skulder",
    ]


def test_members_are_registered_with_their_party_and_equity_and_result_have_their_use() -> None:
    made = begun((*ACCOUNTS, ("8999", "Årets resultat", 0)))
    assert [(row["name"], row["category"]) for row in made.values[Member]] == [
        ("Försäkringskassan", "staten"),
        ("Region Nordmark", "region"),
        ("Björkdalens kommun", "kommun"),
    ]
    rows = chart(made)
    assert rows["3012"]["member"] == "Björkdalens kommun"
    assert rows["2010"]["line"] == "Eget kapital"


def test_an_account_that_is_not_sure_has_its_row_without_a_post_and_the_proposal_beside() -> None:
    row = chart(begun((*ACCOUNTS, ("1630", "Skattekonto", 8))))["1630"]
    assert not row.get("line")
    assert re.match(r"Förslag: troligen Fordringar · Fordringar · Skattekonto: ", row["remark"])


def test_projects_become_activities_and_each_accounts_project_its_own_row() -> None:
    parts: Objects = (("4010", "P1", "Klara steget", 1500), ("4010", "P2", "Styrelse och kansli", 900))
    made = begun(objects=parts)
    assert [(row["key"], row["group"]) for row in made.values[Activity]] == [
        ("Klara steget", "egen"),
        ("Styrelse och kansli", "administration"),
        ("Finansiering", "finansiering"),
    ]
    rows = chart(made)
    assert [rows[each]["activity"] for each in ("4010 P1", "4010 P2", "4010")] == [
        "Klara steget",
        "Styrelse och kansli",
        "",
    ]


def test_an_account_of_one_project_is_its_whole_where_the_year_before_tells_no_projects() -> None:
    parts: Objects = (
        ("5010", "P9", "Kansli", 96),
        ("4010", "P1", "Klara steget", 2500),
        ("6420", "P1", "Klara steget", 9),
    )
    rows = chart(begun(objects=parts))
    assert (rows["5010"]["activity"], rows["4010"]["activity"]) == ("Kansli", "Klara steget")
    assert [(each, row["activity"]) for each, row in rows.items() if each.startswith("6420")] == [
        ("6420 P1", "Klara steget"),
        ("6420", ""),
    ]


def test_a_name_that_waits_for_a_word_gives_no_row_of_a_note_and_no_number_no_row_at_all() -> None:
    rows = chart(begun((*ACCOUNTS, ("6990", "xxx", 5), ("FEL", "Fel", 0))))
    assert rows["6990"]["note_row"] == ""
    assert "FEL" not in rows


def test_next_year_without_its_file_yet_is_said_to_wait_for_it_and_not_for_typed_amounts() -> None:
    folder, last = Path("nästa år"), Path("i år")
    assert "Lägg årets huvudbok i mappen" in next_steps(folder, last, 2026, booked=True)
    assert "Fyll i årets utfall" in next_steps(folder, last, 2026)


def test_a_ledger_of_more_accounts_than_a_workbook_holds_is_refused_at_once(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.starter.from_ledger.MOST_ROWS", 10)
    Path("stor.se").write_bytes(sie(2025))
    status, said = run("new", "mapp", "--ledger", "stor.se")
    assert (status, Path("mapp").exists()) == (1, False)
    assert "stor.se skulle ge 14 rader i fliken Kontoplan, fler än de 10 som en arbetsbok får." in said


def test_what_has_no_project_is_told_by_its_cost_centre_and_by_no_counterpart() -> None:
    book = read(objects=(("4010", "P1", "Klara steget", 1500), ("4010", "P2", "Ungdomsteamet", 1000)))
    place = Source(3000, file="bokslut.se", row=99)
    more = [
        LedgerRow(
            account, "", 2025, {Measured.RESULT: Decimal(amount)}, place, (LedgerObject(number, key, name, called),)
        )
        for account, number, key, name, amount, called in (
            ("7010", "1", "30", "Kansli", 780000, "Kostnadsställe"),
            ("6420", "1", "10", "Styrelse", 45000, "Kostnadsställe"),
            ("7010", "20", "900", "Ekeby kommun", 780000, "Motpart"),
            ("6420", "20", "901", "Tolv Revision", 45000, "Motpart"),
        )
    ]
    rows = chart(begun_of(replace(book, rows=(*book.rows, *more)), 2025, TOPICS))
    assert [rows[each]["activity"] for each in ("4010 P1", "7010", "6420")] == ["Klara steget", "Kansli", "Styrelse"]


def test_what_the_ledger_does_not_tell_is_said_with_what_depends_on_it() -> None:
    (activities,) = begun().hints
    assert activities.startswith("Huvudboken delar inte upp kostnaderna på projekt")
    without = [each for each in ACCOUNTS if not each[0].startswith("30")]
    told = begun((*without, ("3510", "Bidrag", -4000)), (("4010", "P1", "A", 1500), ("4010", "P2", "B", 1000))).hints
    assert [each.split(":")[0] for each in told] == [
        "Välj grupp för verksamheterna i fliken Verksamheter",
        "Vilka medlemmar som har betalat syns inte i kontonas namn. Ska de visas",
    ]


def test_a_file_that_was_cut_is_read_as_far_as_it_goes_and_said_to_be_wrong(run: Run) -> None:
    Path("kapad.se").write_bytes(sie(2025)[:-400])
    status, said = run("new", "mapp", "--ledger", "kapad.se")
    assert status == 0
    assert "Det här ser fel ut i huvudboken. Exportera den igen, eller rätta bokföringen:\n" in said
    assert "kapad.se slutar mitt i en rad" in said


def test_all_but_a_little_is_not_told_as_all_of_the_amounts(run: Run) -> None:
    Path("bok.se").write_bytes(sie(2025, (*ACCOUNTS, ("9999", "Obs-konto", 25))))
    _, told = run("new", "ny", "--ledger", "bok.se", "--with", "inget")
    assert "14 av 15 konton har fått sin plats i fliken Kontoplan: 99 % av beloppen." in told
    file = Path("bok.se").read_bytes()
    Path("bok.se").write_bytes(file.replace(b" 9999 25000", b" 9999 0"))
    _, told = run("new", "annan", "--ledger", "bok.se", "--with", "inget")
    assert "14 av 15 konton har fått sin plats i fliken Kontoplan: nästan alla belopp.\n" in told


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (b"20240701 20250630", "2024-07-01–2025-06-30"),  # a broken year, which no association may have
        (b"20250901 20251231", ""),  # the first year of a new one
    ],
)
def test_a_year_of_other_days_than_the_calendars_is_told_and_a_new_associations_first_day_is_filled_in(
    run: Run, days: bytes, found: str
) -> None:
    Path("bok.se").write_bytes(sie(2025, years=1).replace(b"20250101 20251231", days))
    _, made = run("new", "ny", "--ledger", "bok.se", "--with", "inget")
    _, checked = run("check", "ny")
    told = f"Räkenskapsåret i huvudboken är {found}, men i rapporten 2025-01-01–2025-12-31."
    assert (told in made, told in checked) == (bool(found), bool(found))
    report = examine(Path("ny")).report
    assert report
    assert report.association.first_day == (None if found else date(2025, 9, 1))


def test_every_post_with_accounts_begins_with_a_note_in_the_order_of_the_balance_sheet() -> None:
    more = (("1210", "Inventarier", 60), ("2290", "Avsättning lokaler", -30), ("2310", "Skuld, förfall >1 år", -75))
    keys = [str(note["key"]) for note in begun((*ACCOUNTS, *more)).values[Note]]
    assert keys == [
        *("Intäkter", "Kostnader", "Räkenskapsrevision", "Maskiner och inventarier", "Fordringar", "Kassa"),
        *("Andra avsättningar", "Långfristiga skulder", "Skulder"),
    ]


def test_what_may_be_the_members_and_what_is_to_be_looked_into_is_said() -> None:
    without = [each for each in ACCOUNTS if not each[0].startswith("30")]
    doubtful = (("3510", "Bidr. FK", -700), ("3511", "Bidr. Reg. Nordmark", -600), ("2999", "OBS! utred", -1))
    made = begun((*without, *doubtful))
    assert made.values[Member] == ()
    told = "\n".join(made.hints)
    assert "Konto 3510 och 3511 ser ut att vara medlemmarnas bidrag" in told
    assert "fliken Medlemmar är tom" in told
    assert "blir ingen notrad: 2999 OBS! utred." in told
    together = begun((*without, ("3510", "Medlemsavg. k:ner", -4000)))
    assert [row["name"] for row in together.values[Member]] == ["Kommunerna"]
    assert any("Kommunernas bidrag står på ett konto" in each for each in together.hints)
