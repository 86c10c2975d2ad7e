"""The parts that the law asks for: known by mark, by what is placed, by heading, and by no chance word in a text."""

import json
import re
from typing import Any

import pytest
from small_underlag import Rows, Values, examined, findings, small

from generator import cli
from generator.findings.finding import Severity
from generator.findings.message import severity_of
from generator.ground.names import folded
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.law_parts import LAW_PARTS, PART_NAMES
from generator.model.registers import Note, OutlineBlock
from generator.subjects.balance_requirement.rows import Adjustment
from generator.subjects.goals.rows import Goal


def missing(values: Values, texts: str = "") -> set[str]:
    """The parts that are told as missing, or that may be needed."""
    return {
        str(finding.values["part"])
        for finding in examined(values, texts).findings
        if finding.code in ("part_missing", "part_asked")
    }


def outline(*rows: dict[str, Any], without: str = "") -> Rows:
    """The small outline without the row of a heading, with some more."""
    return [*(row for row in small()[OutlineBlock] if not without or row["heading"] != without), *rows]


def block(heading: str, text: str = "", **more: Any) -> dict[str, Any]:
    return {"level": 1, "heading": heading, "text": text} | more


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Händelser av väsentlig betydelse", "Händelser av väsentlig betydelse"),
        ("Förväntad utveckling", "Förväntad utveckling"),
        ("Väsentliga personalförhållanden", "Väsentliga personalförhållanden"),
        ("Styrning och uppföljning", "Styrning och uppföljning av verksamheten"),
        ("Viktiga förhållanden", "Viktiga förhållanden för resultat och ställning"),
        ("Ekonomisk ställning", "Utvärdering av ekonomisk ställning"),
        ("Driftredovisning", "Driftredovisning"),
        ("Balanskravsutredning", "Balanskravsresultat"),
        ("God ekonomisk hushållning", "Utvärdering av god ekonomisk hushållning"),
        ("Flerårsöversikt", "Översikt över verksamhetens utveckling"),
        ("Investeringar", "Investeringsredovisning"),
        ("Redovisningsprinciper", "Not om redovisningsprinciper"),
    ],
)
def test_a_part_that_is_taken_out_is_told_whatever_words_the_texts_have(heading: str, part: str) -> None:
    chance = block(
        "Insatserna",
        "I framtiden behövs mer personal. En god ekonomisk översikt kräver investeringar i styrning, och principerna "
        "för urvalet är väsentliga händelser i sig.".replace("väsentliga händelser", "väsentliga"),
    )
    assert part in missing(small() | {OutlineBlock: outline(chance, without=heading)})


@pytest.mark.parametrize(
    ("heading", "other", "text"),
    [
        ("Förväntad utveckling", "Framtiden", "Verksamheten fortsätter."),
        ("Förväntad utveckling", "Utblick", "Verksamheten fortsätter."),
        ("Förväntad utveckling", "Verksamheten 2021", "Verksamheten fortsätter."),
        ("Förväntad utveckling", "Inför kommande år", "Verksamheten fortsätter."),
        ("Väsentliga personalförhållanden", "Personal", "Två arbetar på kansliet."),
        ("Väsentliga personalförhållanden", "Medarbetare", "Två arbetar på kansliet."),
        ("Väsentliga personalförhållanden", "Organisation", "Förbundet har ingen anställd personal."),
        (
            "Händelser av väsentlig betydelse",
            "Året i korthet",
            "Inget nytt. Inget har hänt efter räkenskapsårets slut.",
        ),
        (
            "Händelser av väsentlig betydelse",
            "Väsentliga händelser",
            "Inga, varken under eller efter året. Inga efter balansdagen.",
        ),
        ("Förväntad utveckling", "Arbetet framöver", "Verksamheten fortsätter."),
        ("Väsentliga personalförhållanden", "Kansli", "Där arbetar två."),
        ("Väsentliga personalförhållanden", "Om oss", "Förbundet har två personer anställda."),
        ("Driftredovisning", "Drift- och investeringsredovisning", "Se tabellen."),
        ("Redovisningsprinciper", "Principer", "Lagen följs."),
        ("Viktiga förhållanden", "Ekonomisk kommentar", "Resultatet är väntat."),
        ("Investeringar", "Ekonomi", "Förbundet har inte gjort några investeringar under året."),
        ("Redovisningsprinciper", "Redovisnings- och värderingsprinciper", "Lagen följs."),
        ("God ekonomisk hushållning", "Måluppfyllelse", "Målen är nådda."),
        ("God ekonomisk hushållning", "Ekonomi", "Styrelsen bedömer att förbundet har god ekonomisk hushållning."),
        ("Styrning och uppföljning", "Intern kontroll", "Styrelsen följer verksamheten."),
        ("Ekonomisk ställning", "Ekonomisk analys", "Soliditeten är god."),
    ],
)
def test_a_part_under_another_usual_heading_or_in_its_own_sentence_is_there(
    heading: str, other: str, text: str
) -> None:
    assert missing(small() | {OutlineBlock: outline(block(other, text), without=heading)}) == set()


def test_a_heading_under_which_nothing_stands_tells_nothing() -> None:
    empty = outline(block("Förväntad utveckling"), without="Förväntad utveckling")
    assert missing(small() | {OutlineBlock: empty}) == {"Förväntad utveckling"}
    assert missing(small() | {OutlineBlock: empty}, "# Förväntad utveckling\n\nDen fortsätter.\n") == set()


def test_a_heading_tells_what_stands_under_a_lower_one() -> None:
    rows = outline(block("Framtiden"), block("Nya insatser", "En börjar.", level=2), without="Förväntad utveckling")
    assert missing(small() | {OutlineBlock: rows}) == set()


def test_a_heading_in_a_text_file_counts() -> None:
    rows = outline(block("Verksamheten"), without="Förväntad utveckling")
    texts = "# Verksamheten\n\nDen var god.\n\n## Framtiden\n\nDen fortsätter.\n"
    assert missing(small() | {OutlineBlock: rows}, texts) == set()


def test_a_mark_says_what_a_block_is_and_its_heading_then_nothing() -> None:
    rows = outline(block("Vad vi tror", "Den fortsätter.", part="förväntad utveckling"), without="Förväntad utveckling")
    assert missing(small() | {OutlineBlock: rows}) == set()
    rows = outline(block("Framtiden", "Vi satsar.", part=PART_NAMES[0]), without="Förväntad utveckling")
    assert missing(small() | {OutlineBlock: rows}) == {"Förväntad utveckling"}


def test_one_block_may_be_marked_as_several_parts_and_a_note_as_one() -> None:
    values = small()
    kept = ("content", "Redovisningsprinciper")
    values[OutlineBlock] = [row for row in values[OutlineBlock] if "content" in row or row["heading"] == kept[1]]
    several = [name for name in PART_NAMES if name != "Not om kostnad för räkenskapsrevision"]
    values[OutlineBlock].append(block("Allt", "Allt sägs här.", part="; ".join(several)))
    values[Note][1] |= {
        "key": "Vår granskning",
        "text": "Den kostade 100 kr.",
        "part": "Not om kostnad för räkenskapsrevision",
    }
    assert missing(values) == set()


def test_a_misspelled_mark_is_told_with_the_nearest() -> None:
    finding = findings(small() | {OutlineBlock: outline(block("X", "Y.", part="Förväntad utvekling"))})[
        "choice_unknown"
    ]
    assert "Förväntad utveckling" in str(finding.values)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Den kostade 100 kr.", False),
        ("Den kostade {{ årets_resultat : kr }}.", False),
        ("Den gjordes utan kostnad.", False),
        ("Kostnaden ingår i kostnaderna för styrelsen.", True),
        ("Kostnaden för 2020 särredovisas inte, se 9 kap. 13 § LKBR.", True),
    ],
)
def test_the_cost_of_the_audit_of_the_accounts_has_an_amount(text: str, told: bool) -> None:  # noqa: FBT001
    values = small()
    values[Note][1]["text"] = text
    assert ("audit_cost_without_amount" in findings(values)) is told


def test_a_sentence_on_the_audit_of_the_accounts_needs_its_amount_in_that_sentence() -> None:
    values = small()
    del values[Note][1]
    values[OutlineBlock].append(block("Ekonomi", "Hyran är 500 kr. Räkenskapsrevisionen ingår i övrigt."))
    assert "audit_cost_without_amount" in findings(values)
    values[OutlineBlock][-1]["text"] = "Räkenskapsrevisionen kostade 100 kr."
    assert "audit_cost_without_amount" not in findings(values)


def test_nothing_is_asked_about_staff_where_there_is_none() -> None:
    values = small() | {OutlineBlock: outline(without="Väsentliga personalförhållanden")}
    assert missing(values) == {"Väsentliga personalförhållanden"}
    for row in values[IncomeOrCost]:
        row["note_row"] = {"Löner": "Arvoden"}.get(row.get("note_row", ""), row.get("note_row", ""))
    assert missing(values) == set()


def test_what_is_owned_securities_and_extraordinary_items_ask_for_their_notes() -> None:
    values = small()
    values[BalanceItem].append({"line": "Maskiner och inventarier", "this_year": 10, "last_year": 10})
    values[IncomeOrCost].append({"line": "Extraordinära poster", "activity": "Kansli", "this_year": 5})
    values[Adjustment] = [{"line": "Orealiserade vinster och förluster i värdepapper", "this_year": -5}]
    asked = {"Not om nyttjandeperioder", "Extraordinära poster", "Värdeförändring av finansiella instrument"}
    assert missing(values) == asked
    values[OutlineBlock].append(
        block(
            "Noter i text",
            "Inventarier skrivs av på fem år. Värdepappren har ökat i värde.",
            part="Extraordinära poster",
        )
    )
    assert missing(values) == {"Värdeförändring av finansiella instrument"}


def test_goals_ask_for_one_verdict_on_all() -> None:
    values = small() | {Goal: [{"goal": "Fler i arbete", "assessment": "uppfyllt"}]}
    for row in values[OutlineBlock]:
        if row["heading"] == "God ekonomisk hushållning":
            row["text"] = "Tabellen visar hur målen har nåtts."
    assert missing(values) == {"Samlad bedömning av målen"}
    values[OutlineBlock].append(block("Målen", "Sammantaget är måluppfyllelsen god."))
    assert missing(values) == set()


def test_a_report_under_way_lists_what_remains_and_what_to_think_of_and_warns_of_nothing() -> None:
    values = small(state="under arbete") | {OutlineBlock: outline(without="Förväntad utveckling")}
    found = {rule: finding for rule, finding in findings(values).items() if severity_of(finding) >= Severity.NOTE}
    assert not [rule for rule in found if rule.startswith("part")]
    told = findings(values)
    assert str(told["parts_remain"].values["parts"]) == "Förväntad utveckling"
    assert "Leasing och hyra" in str(told["parts_asked_remain"].values["parts"])


@pytest.mark.parametrize("state", ["utkast", "slutlig"])
def test_a_report_that_goes_to_the_board_warns_of_what_is_missing(state: str) -> None:
    values = small(state=state) | {OutlineBlock: outline(without="Förväntad utveckling")}
    assert severity_of(findings(values)["part_missing"]) is Severity.WARNING


def test_the_list_of_rules_has_every_part_with_its_law(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["rules"])
    text = capsys.readouterr().out
    assert all(f"{part.name} ({part.law})" in text for part in LAW_PARTS)
    with pytest.raises(SystemExit):
        cli.main(["rules", "--format", "json"])
    covered = [each for rule in json.loads(capsys.readouterr().out) for each in rule.get("covers", ())]
    assert len(covered) == len(LAW_PARTS)


@pytest.mark.parametrize(
    ("part", "false", "true"),
    [
        (
            "Balanskravsresultat",
            "Balanskravet är lagens krav på att intäkterna ska överstiga kostnaderna.",
            "Balanskravet är inte uppfyllt.",
        ),
        ("Balanskravsresultat", "Balanskravsresultatet är ett mått i lagen.", "Balanskravsresultatet är −12 tkr."),
        ("Balanskravsresultat", "Ekonomin prövas mot balanskravet.", "Förbundet klarar därmed balanskravet."),
        (
            "Väsentliga personalförhållanden",
            "Förbundet har en styrelse som anställer chefen.",
            "Förbundet har två anställda.",
        ),
        (
            "Händelser av väsentlig betydelse",
            "Här berättas om väsentliga händelser.",
            "Inga väsentliga händelser har inträffat.",
        ),
        (
            "Investeringsredovisning",
            "Det finns ingen policy för investeringar.",
            "Inga investeringar har gjorts.",
        ),
        (
            "God ekonomisk hushållning",
            "God ekonomisk hushållning är när kommande generationer inte betalar.",
            "Styrelsen bedömer att förbundet har god ekonomisk hushållning.",
        ),
    ],
)
def test_a_sentence_about_a_part_is_not_the_part(part: str, false: str, true: str) -> None:
    patterns = next(each.sentences for each in LAW_PARTS if part.casefold() in each.name.casefold())
    says = [any(re.search(pattern, folded(text)) for pattern in patterns) for text in (false, true)]
    assert says == [False, True]
