"""The command ``ledger``: every account with what it became, what is left over, and that nothing is lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from ledger_files import ACCOUNTS, sie
from ledger_rows import CHART, examined_with, ledger, of_object, without_amounts

from generator import cli
from generator.commands.ledger_accounts import accounts_of, proposed_in
from generator.commands.ledger_shown import as_json, as_text
from generator.ground.source import Source
from generator.ledger.sie.read import read_sie
from generator.pipeline import Examination


def shown(examination: Examination, *, left: bool = False) -> str:
    text = as_text(examination.ledger.ledgers, accounts_of(examination), left=left)
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_every_account_is_shown_with_its_amounts_and_what_it_became(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(examined_with(monkeypatch, without_amounts(), ledger()))
    claims = "1510 Kundfordringar\n    IB 2020 240,00   UB 2020 250,50   UB 2019 240,00\n"
    assert f"{claims}    Fordringar (fliken Kontoplan, rad 5)" in text
    assert (
        "\n    utfall 2020 100,00   utfall 2019 100,00\n    Verksamhetens kostnader · Kostnader · Revision · Kansli ("
        in text
    )
    assert "Kvar: inget." in text
    assert text.endswith("2020: allt går ihop.\n2019: allt går ihop.")


def test_the_posts_add_up_and_what_is_typed_beside_the_ledger_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(examined_with(monkeypatch, without_amounts(), ledger()))
    (costs,) = [line.split() for line in text.splitlines() if line.startswith("  Verksamhetens kostnader")]
    assert costs == ["Verksamhetens", "kostnader", "1", "600,25", "1", "600,10"]


def test_what_is_left_is_told_with_its_proposal_the_largest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = [row for row in CHART if row["accounts"] not in {"70", "6420"}]
    text = shown(examined_with(monkeypatch, without_amounts(chart), ledger()), left=True)
    kept = text[text.index("Kvar (2 konton)") :].splitlines()
    assert [line.strip() for line in kept[1::2]] == ["7010 Löner, 900,25", "6420 Revision, 100,00"]
    assert "Verksamhetens kostnader" in kept[2]
    assert "1510" not in text


def test_an_account_that_stands_in_the_chart_without_a_post_is_not_said_to_lack(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chart = [{"accounts": "70"} if row["accounts"] == "70" else row for row in CHART if row["accounts"] != "6420"]
    text = shown(examined_with(monkeypatch, without_amounts(chart), ledger()))
    assert "  saknas i Kontoplan (1 konto) " in text
    assert "  utan post i Kontoplan (1 konto) " in text


def test_a_post_that_is_only_compared_is_shown_beside_what_the_report_has(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = [{**row, "use": "stäms av"} if row["accounts"] == "15*" else row for row in CHART]
    text = shown(examined_with(monkeypatch, without_amounts(chart), ledger()))
    (claims,) = [" ".join(line.split()) for line in text.splitlines() if line.startswith("  Fordringar")]
    assert claims == "Fordringar (stäms av) 250,50 240,00 i rapporten 0,00"
    assert ": årets resultat är inte omfört" in text
    assert "  stäms av (1 konto) " in text


@pytest.mark.parametrize(
    ("lost", "verdict"), [("", "2025: allt går ihop. Årets resultat är redan"), ("#RES 0 7", "2025: går inte ihop.")]
)
def test_a_ledger_goes_together_only_where_equity_has_got_just_its_result(lost: str, verdict: str) -> None:
    booked = sie(2025).decode("cp437").replace("#UB 0 2010 -1178000", "#UB 0 2010 -1517000")
    text = "\r\n".join(line for line in booked.splitlines() if not (lost and line.startswith(lost)))
    book, found = read_sie(text.encode("cp437"), Source(3000, file="bokslut.se"))
    assert book is not None
    assert [each.code for each in found] == (["sie_sums"] if lost else [])
    assert verdict in as_text((book,), proposed_in(book), left=False)


def test_a_shared_account_is_shown_in_all_its_places(monkeypatch: pytest.MonkeyPatch) -> None:
    row: dict[str, Any] = {"accounts": "6420", "line": "Verksamhetens kostnader", "note": "Kostnader"}
    chart = [*CHART[:-1], row | {"share": "60 %", "note_row": "A"}, row | {"share": "resten", "note_row": "B"}]
    text = shown(examined_with(monkeypatch, without_amounts(chart), ledger()))
    assert "    60,00 till Verksamhetens kostnader · Kostnader · A (" in text
    assert "    40,00 till Verksamhetens kostnader · Kostnader · B (" in text


def test_json_has_every_row_as_it_was_read() -> None:
    book = ledger([of_object("P1", "7010", "400.25")])
    told = json.loads(as_json((book,), proposed_in(book)))
    assert len(told["rows"]) == len(book.rows)
    first, last = told["rows"][0], told["rows"][-1]
    assert (first["account"], first["year"], first["amounts"]) == (
        "1510",
        2020,
        {"opening": "240.00", "closing": "250.50"},
    )
    assert first["sources"]["opening"] == {"file": "bokslut.se", "tab": "", "cell": "rad 10", "line": 10}
    assert (last["objects"][0]["dimension"], last["objects"][0]["key"], last["amounts"]) == (
        "6",
        "P1",
        {"result": "400.25"},
    )


def test_a_file_alone_is_shown_with_what_its_accounts_most_likely_become(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bokslut.se"
    path.write_bytes(sie(2025, (*ACCOUNTS, ("1630", "Skattekonto", 8))))
    with pytest.raises(SystemExit) as stopped:
        cli.main(["ledger", str(path)])
    told = capfd.readouterr().out
    assert stopped.value.code == 0
    assert "Förslag: troligen Fordringar · Skattekonto: " in told
    assert told.rstrip().endswith("2025: allt går ihop.\n2024: allt går ihop.")
