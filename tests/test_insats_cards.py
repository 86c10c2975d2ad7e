"""The insatser as cards: the numbers of the fact sheet, what the bar means in words, nothing of what is not known."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from component_cases import placed, read

from generator.blocks.case import Case
from generator.blocks.text_table import Valued
from generator.checks.content import pictures_are_there
from generator.document.html.page import report_html
from generator.figures.derivation import Derivation
from generator.figures.table import Amount
from generator.findings.message import message
from generator.look.chosen import ChosenLook
from generator.look.settings import Look
from generator.model.amounts import IncomeOrCost
from generator.model.registers import Activity, OutlineBlock
from generator.report.report import report_of
from generator.subjects.fact_sheets.show import COMPONENT as FACT_SHEETS
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.insatser.rules import pictures_are_described
from generator.subjects.insatser.show import COMPONENT as INSATSER
from generator.subjects.insatser.show_cards import Bar, CardPicture, InsatsCard
from generator.view.report_view import report_view

Rows = list[dict[str, Any]]

LAYOUT = "kort, tre i bredd"
TEAM = {"key": "Team", "kind": "individinriktad", "start": "2019", "end": "2021", "budget": 1270000}


def case_of(insats: dict[str, Any], reported: int | None = None, more: dict[Any, Rows] | None = None) -> Case:
    accounts: Rows = [] if reported is None else [{"insats": "Team", "kind": "Kostnader", "reported": reported}]
    outline: Rows = [{"level": 1, "heading": "Insatserna", "content": "Insatser", "layout": LAYOUT}]
    case, findings = read({Insats: [insats], InsatsCost: accounts, OutlineBlock: outline, **(more or {})})
    assert findings == []
    return case


def told(case: Case) -> str:
    """The card as it is read: its words, one space between them."""
    assert isinstance(case.derived, Derivation)
    view = report_view(report_of(case.derived, case.underlag.rows(OutlineBlock)))
    page = report_html(view, ChosenLook(Look()))
    (card,) = re.findall(r'<section class="block insats-card">(.*?)</section>', page, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", card).split())


def bar(case: Case) -> Bar | None:
    return card(case).bar


def card(case: Case) -> InsatsCard:
    (block,) = placed(INSATSER, case, layout=LAYOUT)
    assert isinstance(block.content, InsatsCard)
    return block.content


def test_a_card_tells_what_is_known_of_an_insats() -> None:
    about = {"planned": "150", "reached": "146", "counted": "unika personer", "parties": "Laxå, regionen"}
    assert told(case_of({**TEAM, **about, "assessment": "God."}, 1231900)) == (
        "Team Individinriktad, 2019–2021 Budget 1 270 000 kr Utfall 1 231 900 kr 97 % av budgeten "
        "Deltagare 146, planerat 150 (unika personer) Parter Laxå, regionen Bedömning God."
    )


def test_the_numbers_are_the_fact_sheets() -> None:
    case = case_of(TEAM, 1231900)
    (sheet,) = placed(FACT_SHEETS, case, layout="tabell")
    cells = (cell for row in sheet.content.rows for cell in row.cells)  # type: ignore[union-attr]
    shown = [cell.amount for cell in cells if isinstance(cell, Valued)]
    assert shown == [card(case).budget, card(case).outcome]
    assert all(isinstance(each, Amount) for each in shown)


def test_over_the_budget_is_said_in_words_and_drawn_beyond_it() -> None:
    over = case_of({**TEAM, "budget": 100000}, 125000)
    assert told(over).endswith("125 % av budgeten, över budget")
    assert bar(over) == Bar(80, 20)
    within = case_of({**TEAM, "budget": 100000}, 100000)
    assert told(within).endswith("100 % av budgeten")
    assert bar(within) == Bar(100, 0)
    assert told(case_of({**TEAM, "budget": 100000}, 100300)).endswith("100 % av budgeten, strax över budget")


def test_a_little_over_the_budget_is_seen_to_be_over() -> None:
    assert bar(case_of({**TEAM, "budget": 100000}, 102000)) == Bar(96, 4)


def test_nothing_is_drawn_of_an_outcome_below_nought_and_no_share_told_of_no_budget() -> None:
    assert bar(case_of({**TEAM, "budget": 100000}, -5000)) == Bar(0, 0)
    nought = case_of({**TEAM, "budget": 0}, 5000)
    assert told(nought).endswith("Utfall 5 000 kr Över budget")
    assert bar(nought) is None


def test_an_outcome_of_the_books_is_called_that() -> None:
    books: dict[Any, Rows] = {
        Activity: [{"key": "Team"}],
        IncomeOrCost: [
            {"line": "Verksamhetens kostnader", "activity": "Team", "this_year": 900, "budget": 1200},
        ],
    }
    case = case_of({"key": "Team"}, more=books)
    assert told(case) == "Team Budget 1 200 kr Utfall 900 kr 75 % av budgeten (enligt bokföringen)"


def test_few_participants_are_masked_as_in_the_fact_sheet() -> None:
    shown = told(case_of({"key": "Team", "planned": "40", "reached": "3"}))
    assert shown.startswith("Team Deltagare .., planerat 40 .. betyder att antalet skyddas")


def test_participants_in_words_stand_as_typed() -> None:
    assert told(case_of({"key": "Team", "planned": "20", "reached": "alla nya"})).endswith("alla nya, planerat 20")


def test_an_insats_without_economy_has_no_bar_and_no_amounts() -> None:
    assert told(case_of({"key": "Team", "owner": "Laxå"})) == "Team Ägare Laxå"


def test_a_picture_stands_on_its_card_and_a_band_on_the_card_beside() -> None:
    case, findings = read(
        {
            Insats: [
                {
                    "key": "Team",
                    "picture": "ett hus.svg",
                    "picture_text": "Ett hus",
                    "picture_centre": "uppe till höger",
                },
                {"key": "Mässa", "picture": "tält.png", "picture_text": "–"},
                {"key": "Nätverk"},
            ]
        }
    )
    assert findings == []
    cards = [block.content for block in placed(INSATSER, case, layout=LAYOUT)]
    assert [each.picture for each in cards if isinstance(each, InsatsCard)] == [
        CardPicture("ett%20hus.svg", "Ett hus", "100% 0%"),
        CardPicture("t%C3%A4lt.png", "", "50% 50%"),
        None,
    ]
    assert all(isinstance(each, InsatsCard) and each.has_band for each in cards)
    assert not card(case_of(TEAM)).has_band


def test_a_picture_without_a_description_and_one_that_is_missing_are_told_of(tmp_path: Path) -> None:
    case, _ = read({Insats: [{"key": "Team", "picture": "hus.svg"}, {"key": "Mässa", "picture": "tält.svg"}]})
    (tmp_path / "tält.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>', encoding="utf-8")
    case = replace(case, folder=tmp_path)
    undescribed, missing = [*pictures_are_described(case)], [*pictures_are_there(case)]
    assert [message(each).what for each in undescribed] == [
        "Team: bilden hus.svg saknar beskrivning för den som inte ser den.",
        "Mässa: bilden tält.svg saknar beskrivning för den som inte ser den.",
    ]
    assert [message(each).what for each in missing] == [f"Bildfilen hus.svg finns inte i mappen {tmp_path.name}."]
    assert {each.place.tab for each in (*undescribed, *missing)} == {"Insatser"}
    assert [each.place.text for each in missing] == ["hus.svg"]
