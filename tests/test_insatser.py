"""The insatser: SOFINT 2020's cost reports and the bridge to the books, and what the rules say and leave unsaid."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from component_cases import Values, placed, read, told

from generator.blocks.block import Block
from generator.blocks.case import Case
from generator.figures.table import Table, shown_number
from generator.findings.finding import Finding, Severity
from generator.findings.message import message
from generator.ground.formatting import span
from generator.ground.near_names import NearNames
from generator.model.amounts import IncomeOrCost
from generator.model.reading import partial_date_of
from generator.model.registers import Activity, OutlineBlock
from generator.subjects.appendices.rows import Appendix
from generator.subjects.fact_sheets import show as fact_sheets
from generator.subjects.fact_sheets.show import FactSheet
from generator.subjects.insatser import show as insatser
from generator.subjects.insatser import show_economy as insats_economy
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import BookedDifference, InsatsCost
from generator.subjects.insatser.rows_texts import InsatsText
from generator.subjects.insatser.rules_accounts import accounts_agree_with_books, accounts_are_there
from generator.subjects.insatser.subject import SUBJECT
from generator.subjects.placing import nothing_named_is_left_out, placed_names_are_known
from generator.subjects.registry import all_components
from generator.view.table import table_view

Rows = list[dict[str, Any]]

BUDGETS = {"Mottagningsteam": 168200, "Samverkansteam": 453300, "Coachingteam": 2001105, "Motivera mer": 592950}
PUBLISHED = {
    "Mottagningsteam": """
        Löner 134318
        Lokalkostnader 5434
        Bilkostnader 3905
        Förbrukningsmaterial/inventarier 465
        Konferens/Utbildning 0
        Mobiltelefoni 987
        Övrigt 978
        Förbrukade medel 146086
        Budget 168200
        Överskott 22114
    """,
    "Samverkansteam": """
        Löner 276354
        Lokalkostnader 24107
        Bilkostnader 8553
        Förbrukningsmaterial/inventarier 3880
        Konferens/Utbildning 0
        Mobiltelefoni 2769
        Övrigt 4195
        Förbrukade medel 319858
        Budget 453300
        Överskott 133442
    """,
    "Coachingteam": """
        Löner 1387925
        Lokalkostnader 87217
        Bilkostnader 39056
        Förbrukningsmaterial/kontorsmaterial 6536
        Konferens/Utbildning 0
        Mobiltelefoni 15256
        Ekonomitjänst 18900
        Övrigt 4289
        Förbrukade medel 1559179
        Budget 2001105
        Överskott 441926
    """,
    "Motivera mer": """
        Löner 493456
        Lokalkostnader 0
        Bilkostnader 0
        Förbrukningsmaterial 0
        Yogakurs för deltagare 64038
        Mobiltelefoni 0
        Tolkkostnad 8455
        Övrigt 291
        Förbrukade medel 566240
        Budget 592950
        Överskott 26710
    """,
}
ORE = {"134318": "134317.80", "5434": "5433.70", "3905": "3904.90", "4195": "4194.60"}
"""Where the ledger has öre; chosen so that the printed sum, 146 086, is right: its rounded rows make 146 087."""

BOOKED = 2660174
DIFFERENCE = 68811


def published(insats: str) -> list[tuple[str, ...]]:
    return [tuple(line.strip().rsplit(" ", 1)) for line in PUBLISHED[insats].strip().splitlines()]


def sofint(**more: Rows) -> Values:
    """The four insatser of SOFINT 2020 with their accounts, all booked on one activity."""
    costs: Rows = [
        {"insats": insats, "kind": kind, "reported": Decimal(ORE.get(amount, amount))}
        for insats in PUBLISHED
        for kind, amount in published(insats)[:-3]
    ]
    insatser: Rows = [
        {"key": key, "kind": "individinriktad", "activity": "Individ", "budget": budget}
        for key, budget in BUDGETS.items()
    ]
    return {
        Activity: [{"key": "Individ", "name": "Individinriktade insatser"}],
        IncomeOrCost: [{"line": "Verksamhetens kostnader", "activity": "Individ", "this_year": BOOKED}],
        Insats: insatser,
        InsatsCost: costs,
        BookedDifference: more.get("differences", []),
    }


def one(
    costs: Rows | None = None,
    booked: Any = 100,
    differences: Rows | None = None,
    texts: Rows | None = None,
    **insats: Any,
) -> Values:
    """One insats with 100 kr in accounts and books, but for what the test is about."""
    return {
        Activity: [{"key": "Teamet", "name": "Teamet i länet"}],
        IncomeOrCost: [{"line": "Verksamhetens kostnader", "activity": "Teamet", "this_year": booked}],
        Insats: [{"key": "Teamet"} | insats],
        InsatsCost: [{"insats": "Teamet", "kind": "Löner", "reported": 100}] if costs is None else costs,
        BookedDifference: differences or [],
        InsatsText: texts or [],
    }


def case_of(values: Values, **association: Any) -> Case:
    case, findings = read(values, **association)
    assert [message(finding).what for finding in findings] == []
    return case


def judged(values: Values, **association: Any) -> list[Finding]:
    case = case_of(values, **association)
    return [finding for rule in SUBJECT.rules for finding in rule(case)]


def codes(values: Values, **association: Any) -> list[str]:
    return [finding.code for finding in judged(values, **association)]


def rows_of(table: Table) -> list[tuple[str, ...]]:
    return [(row.label, *(str(shown_number(cell, table)) for cell in row.cells)) for row in table.rows]


def sheets(values: Values, name: str = "") -> dict[str, Block]:
    return {block.heading: block for block in placed(fact_sheets.COMPONENT, case_of(values), name)}


def economy(values: Values) -> list[Table]:
    blocks = placed(insats_economy.COMPONENT, case_of(values))
    return [block.table for block in blocks if block.table is not None]


@pytest.mark.parametrize("insats", PUBLISHED)
def test_every_published_row_of_the_cost_reports_is_derived(insats: str) -> None:
    table = sheets(sofint())[f"{insats} (individinriktad)"].table
    assert table is not None
    assert rows_of(table) == published(insats)


def test_only_the_report_whose_rounded_rows_do_not_add_up_says_so() -> None:
    tables = {heading: block.table for heading, block in sheets(sofint()).items()}
    noted = {heading for heading, table in tables.items() if table and table.notes}
    assert noted == {"Mottagningsteam (individinriktad)"}


def test_the_summary_has_each_insats_and_their_sum() -> None:
    assert rows_of(economy(sofint())[0]) == [
        ("Mottagningsteam", "168200", "146086", "22114"),
        ("Samverkansteam", "453300", "319858", "133442"),
        ("Coachingteam", "2001105", "1559179", "441926"),
        ("Motivera mer", "592950", "566240", "26710"),
        ("Summa", "3215555", "2591363", "624192"),
    ]


def test_the_bridge_shows_what_nothing_explains() -> None:
    assert rows_of(economy(sofint())[1]) == [
        ("Redovisat av Mottagningsteam, Samverkansteam, Coachingteam och Motivera mer", "2591363"),
        ("Skillnad utan förklaring", "68811"),
        ("Bokfört på verksamheten Individinriktade insatser", "2660174"),
    ]


def test_the_bridge_shows_the_reason_instead() -> None:
    reason = {"activity": "Individ", "amount": DIFFERENCE, "reason": "Upplupen kostnad"}
    assert rows_of(economy(sofint(differences=[reason]))[1])[1:] == [
        ("Upplupen kostnad", "68811"),
        ("Bokfört på verksamheten Individinriktade insatser", "2660174"),
    ]


def test_an_unexplained_difference_is_a_warning_with_both_amounts_and_their_cells() -> None:
    (finding,) = judged(sofint())
    said = message(finding)
    assert said.severity is Severity.WARNING
    assert said.what.replace("\u00a0", " ") == (
        "Individinriktade insatser: bokfört 2 660 174 kr (fliken Intäkter och kostnader, cell G5), redovisat av "
        "Mottagningsteam, Samverkansteam, Coachingteam och Motivera mer 2 591 363 kr (fliken Insatsernas ekonomi, "
        "cellerna D5–D34). Skillnad 68 811 kr. 68 811 kr återstår att förklara."
    )


def test_books_without_an_amount_are_told_as_that() -> None:
    (finding,) = judged(one(booked=None))
    assert "bokfört 0 kr (inget belopp), redovisat av Teamet 100 kr" in message(finding).what.replace("\u00a0", " ")


@pytest.mark.parametrize(("budget", "rules"), [(120, []), (130, ["insats_budgets_leave"])])
def test_the_budgets_of_insatser_are_held_against_the_costs_alone(budget: int, rules: list[str]) -> None:
    values = one(budget=120)
    values[IncomeOrCost][0]["budget"] = budget
    values[IncomeOrCost].append({"line": "Verksamhetens intäkter", "activity": "Teamet", "budget": 30})
    assert codes(values) == rules


def test_a_reason_for_a_part_leaves_the_rest_to_explain() -> None:
    part = {"activity": "Individ", "amount": 60000, "reason": "Upplupen kostnad"}
    (finding,) = judged(sofint(differences=[part]))
    said = message(finding).what.replace("\u00a0", " ")
    assert said.endswith("Skillnad 68 811 kr, varav 60 000 kr är förklarat. 8 811 kr återstår att förklara.")


def test_a_reason_for_all_of_it_is_accepted() -> None:
    assert codes(sofint(differences=[{"activity": "Individ", "amount": DIFFERENCE, "reason": "Upplupet"}])) == []


@pytest.mark.parametrize(
    "values",
    [
        one(),
        one(activity=""),
        one(start="2013", end="2021-06-30"),
        one(start="2018", end="2020-12-31"),
        one(start="2019-09", end=None),
        one(budget_whole=5000, budget=120),
        one(planned="alla nya", reached="83", counted="rådgivande samtal"),
        one([{"insats": "Teamet", "kind": "Löner", "reported": 150}, {"insats": "Teamet", "reported": -50}]),
        one(booked=88, differences=[{"activity": "Teamet", "amount": -12, "reason": "Återbetalning efter bokslut"}]),
        one(booked=Decimal("100.40"), costs=[{"insats": "Teamet", "reported": Decimal("100.40")}]),
        one([{"insats": "Teamet", "kind": "Löner", "reported": 40}, {"insats": "Teamet", "reported": 59}], booked=100),
        one([{"insats": "Teamet", "kind": "Löner", "reported": 100, "budget": 90}]),
        {Insats: [{"key": "Teamet"}, {"key": "Laget", "start": "2013"}]},
    ],
    ids=(
        "same",
        "activity by name",
        "over years, ended later",
        "over years, ended with the year",
        "goes on",
        "budget of the whole period too",
        "words instead of numbers",
        "a correction",
        "returned money, explained",
        "öre",
        "a krona of rounding",
        "over its budget",
        "nobody has accounts of their own",
    ),
)
def test_ordinary_situations_are_not_remarked_on(values: Values) -> None:
    assert codes(values) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (one(start="2021", end="2020"), ["insats_ends_before_start"]),
        (one(start="2013", end="2019-12"), ["insats_outside_year"]),
        (one(start="2021-01-01"), ["insats_outside_year"]),
        (one([{"insats": "Teamet", "reported": 100, "budget": 90}], budget=95), ["insats_budget_twice"]),
        (one([{"insats": "Teamet", "reported": 100, "budget": 90}], budget=90), []),
        (
            one(booked=Decimal("100.40"), costs=[{"insats": "Teamet", "reported": Decimal("100.50")}]),
            ["insats_differs"],
        ),
        (one(key="Laget", costs=[{"insats": "Laget", "reported": 100}]), ["insats_without_activity"]),
        (one(differences=[{"activity": "Teamet", "amount": 5}]), ["difference_without_reason"]),
        (one(differences=[{"activity": "Teamet", "reason": "Ränta"}]), ["difference_without_amount"]),
        (one([], differences=[{"activity": "Teamet", "amount": 5, "reason": "Ränta"}]), ["difference_of_nothing"]),
        (one(texts=[{"insats": "Teamet", "heading": "Beskrivnng", "text": "Om."}]), ["insats_heading_near"]),
        (one(texts=[{"insats": "Teamet", "heading": "Mål"}]), ["missing_for_now"]),
    ],
)
def test_what_is_wrong_is_said_once(values: Values, expected: list[str]) -> None:
    assert codes(values) == expected


def test_keys_that_differ_in_marks_alone_would_share_their_figures() -> None:
    assert codes({Insats: [{"key": "Motivera mer"}, {"key": "Motivera mer!"}]}) == ["insats_keys_alike"]


def test_an_insats_without_accounts_is_waited_for_and_its_activity_not_yet_compared() -> None:
    values = sofint()
    without: Values = {**values, InsatsCost: [row for row in values[InsatsCost] if row["insats"] != "Coachingteam"]}
    (waited,) = judged(without)
    assert (waited.code, waited.severity) == ("insats_without_accounts", Severity.REMAINING)
    assert [each.severity for each in told(accounts_are_there, case_of(without, state="slutlig"))] == [Severity.NOTE]


def test_accounts_that_cannot_be_read_are_not_compared() -> None:
    values: Values = {**sofint(), InsatsCost: [*sofint()[InsatsCost], {"insats": "Coachingteam", "reported": "många"}]}
    case, findings = read(values)
    assert [finding.code for finding in findings] == ["amount_not_a_number"]
    (said,) = told(accounts_agree_with_books, case)
    assert said.severity is Severity.NOTE
    assert "fliken Insatsernas ekonomi, rad 35" in said.what


def test_accounts_of_an_unknown_insats_are_named() -> None:
    _, findings = read({**one(), InsatsCost: [{"insats": "Temet", "reported": 1}]})
    (said,) = [message(finding) for finding in findings]
    assert said.what == "”Temet” finns inte i fliken Insatser. Menade du ”Teamet”?"


def test_two_insatser_of_one_name_are_told_apart_by_key() -> None:
    twins: Values = {Insats: [{"key": "ESF 1", "name": "Vägen"}, {"key": "ESF 2", "name": "Vägen"}]}
    by_key: Values = {**twins, InsatsCost: [{"insats": "ESF 2", "reported": 1}]}
    assert [insats for insats in case_of(by_key).underlag.rows(InsatsCost) if insats.insats == "ESF 2"] != []
    _, findings = read({**twins, InsatsCost: [{"insats": "Vägen", "reported": 1}]})
    (said,) = [message(finding) for finding in findings]
    assert (said.severity, said.remedy) == (Severity.ERROR, "Skriv det som gäller: ”ESF 1” eller ”ESF 2”.")


def test_a_deficit_is_called_so_and_stands_without_a_sign() -> None:
    table = sheets(one(budget=60))["Teamet"].table
    assert table is not None
    assert rows_of(table)[-1] == ("Underskott", "40")


def test_a_budget_by_kind_is_compared_row_by_row() -> None:
    costs: Rows = [
        {"insats": "Teamet", "kind": "Löner", "reported": 80, "budget": 90},
        {"insats": "Teamet", "kind": "Lokaler", "reported": 20, "budget": 15},
    ]
    table = sheets(one(costs))["Teamet"].table
    assert table is not None
    assert [column.head for column in table.columns] == ["Utfall 2020", "Budget", "Avvikelse"]
    assert rows_of(table) == [
        ("Löner", "80", "90", "10"),
        ("Lokaler", "20", "15", "-5"),
        ("Förbrukade medel", "100", "105", "5"),
    ]


def shown_rows(table: Table) -> list[tuple[str, ...]]:
    view = table_view(table, "", ())
    return [(row.label, *(cell.replace("\u00a0", "") for cell in row.cells)) for row in view.rows]


def test_an_unknown_outcome_leaves_an_unknown_rest_in_its_row_and_in_the_sum() -> None:
    values = sofint()
    without: Values = {**values, InsatsCost: [row for row in values[InsatsCost] if row["insats"] != "Coachingteam"]}
    assert shown_rows(economy(without)[0])[2:] == [
        ("Coachingteam", "2001105", "–", "–"),
        ("Motivera mer", "592950", "566240", "26710"),
        ("Summa", "3215555", "–", "–"),
    ]


def test_an_insats_that_costs_nothing_needs_no_report_to_be_summed() -> None:
    free: Values = {**sofint(), Insats: [*sofint()[Insats], {"key": "Nätverket", "budget": 0}]}
    assert shown_rows(economy(free)[0])[4:] == [
        ("Nätverket", "0", "–", "0"),
        ("Summa", "3215555", "2591363", "624192"),
    ]


def test_a_kind_that_is_not_reported_yet_leaves_an_unknown_rest_and_one_without_a_budget_is_a_cost() -> None:
    salaries = {"insats": "Teamet", "kind": "Löner", "reported": 80, "budget": 90}
    premises = {"insats": "Teamet", "kind": "Lokaler", "budget": 15}
    table = sheets(one([salaries, premises]))["Teamet"].table
    assert table is not None
    assert shown_rows(table) == [
        ("Löner", "80", "90", "10"),
        ("Lokaler", "–", "15", "–"),
        ("Förbrukade medel", "80", "105", "–"),
    ]
    table = sheets(one([salaries, {"insats": "Teamet", "kind": "Resor", "reported": 20}]))["Teamet"].table
    assert table is not None
    assert shown_rows(table)[1:] == [("Resor", "20", "–", "−20"), ("Förbrukade medel", "100", "90", "−10")]


def test_a_sum_that_lacks_a_budget_has_nothing_left_of_it() -> None:
    values: Values = {**sofint(), Insats: [*sofint()[Insats][:3], {"key": "Motivera mer", "activity": "Individ"}]}
    summary = economy(values)[0]
    assert [cell.of for cell in summary.rows[-1].cells][-1] == "–"


TEXTS: Rows = [
    {"insats": "Teamet", "text": "Vad teamet gör."},
    {"insats": "Teamet", "heading": "Mål", "text": "Att nå dit."},
    {"insats": "Teamet", "heading": "Tema", "text": "- ett\n- två"},
    {"insats": "Teamet", "heading": "Avslut", "text": "Det är slut."},
]


def test_descriptions_have_name_kind_and_period() -> None:
    values = one(texts=TEXTS, kind="individinriktat", start="2020-01-01", end="2020-03-31")
    (block,) = placed(insatser.COMPONENT, case_of(values), level=3)
    assert (block.heading.replace("\u00a0", " "), block.level, block.text) == (
        "Teamet (individinriktad) 1 januari–31 mars 2020",
        4,
        "Vad teamet gör.",
    )


def test_a_fact_sheet_has_free_headings_before_the_economy_and_the_end_after_it() -> None:
    values: Values = {
        **one(texts=TEXTS, owner="A*B", planned="120", reached="83", counted="personer", budget_whole=900),
        Appendix: [{"name": "Annat"}, {"name": "Resultat", "insats": "Teamet"}],
    }
    sheet = sheets(values)["Teamet"].content
    assert isinstance(sheet, FactSheet)
    assert [field.text for field in sheet.fields] == [
        r"**Ägare:** A\*B",
        "**Deltagare:** planerat 120, utfall 83 (personer)",
        "**Mål:** Att nå dit.",
        "**Tema:**\n\n- ett\n- två",
    ]
    assert [ending.text for ending in sheet.endings] == ["Det är slut.", "Se bilaga 2."]
    assert sheet.budget is None
    assert sheet.budget_whole is not None
    assert sheet.outcome is not None
    assert (sheet.budget_whole.of.amount, sheet.outcome.of.amount) == (Decimal(900), Decimal(100))


MIXED: Values = {
    Insats: [
        {"key": "A", "kind": "individinriktad", "end": "2020-05"},
        {"key": "B", "kind": "individinriktad"},
        {"key": "C", "name": "Dialog", "kind": "strukturövergripande"},
    ],
    InsatsText: [{"insats": key, "text": "Om."} for key in ("A", "B", "C")],
}


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("", "ABC"),
        ("individinriktad", "AB"),
        ("Strukturövergripande", "C"),
        ("dialog", "C"),
        ("avslutade", "A"),
        ("pågående", "BC"),
        ("D", ""),
    ],
)
def test_a_placement_shows_one_insats_or_a_group(name: str, keys: str) -> None:
    shown = placed(insatser.COMPONENT, case_of(MIXED), name)
    assert "".join(block.heading[0] for block in shown).replace("D", "C") == keys


@pytest.mark.parametrize(
    ("names", "left"),
    [(("individinriktad", "strukturövergripande"), ""), (("individinriktad",), "C"), (("A", "Dialog"), "B")],
)
def test_what_no_placement_shows_is_told(names: tuple[str, ...], left: str) -> None:
    values: Values = {**MIXED, OutlineBlock: [{"content": "Insatser", "name": name} for name in names]}
    case = case_of(values)
    assert told(partial(placed_names_are_known, all_components()), case) == []
    assert [str(each.values["names"]) for each in nothing_named_is_left_out(all_components(), case)] == (
        [left] if left else []
    )


def test_a_name_that_is_nearly_an_insats_is_told() -> None:
    values: Values = {
        **one(key="Motivera mer", costs=[]),
        OutlineBlock: [{"text": "Under året gav Motivera mera resultat."}],
    }
    (finding,) = [finding for finding in judged(values) if finding.code == "insats_name_near"]
    assert message(finding).what == "”Motivera mera” liknar insatsen Motivera mer."


SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "Motivera mer": ("Motivera mer!", "Motivera mera!"),
    "Mottagningsteam": (),
    "Coachingteam 1": (),
}


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Mottagningteam och Mottagningsteams", ["Mottagningteam"]),
        ("Motivera mera! och MOTIVERA MER", []),
        ("Mottagningsteamet, Mottagningsteamets", []),
        ("Coachingteam 2 är ett annat än Coachingteam 1", []),
        ("vi vill motivera men", []),
        ("Samverkan", []),
    ],
)
def test_inflection_numbers_and_known_spellings_are_no_misses(text: str, near: list[str]) -> None:
    names = NearNames((name, *others) for name, others in SPELLINGS.items())
    assert [found for found, _ in names.misses(text)] == near


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2013", "2021-06-30", "2013–30 juni 2021"),
        (2018, "31 december 2020", "2018–31 december 2020"),
        ("2020-01-01", "2020-03-31", "1 januari–31 mars 2020"),
        ("2023-09", "aug 2025", "september 2023–augusti 2025"),
        ("2020", 2020, "2020"),
        (2013, None, "från 2013"),
    ],
)
def test_periods_are_written_as_far_as_they_are_known(start: object, end: object, written: str) -> None:
    first, last = (None if each is None else partial_date_of(each) for each in (start, end))
    assert span(first, last).replace("\u00a0", " ") == written


@pytest.mark.parametrize("typed", ["2021-13", "våren 2021", 44000, "2021-02-30"])
def test_a_period_that_is_no_date_is_refused_with_what_to_write(typed: object) -> None:
    _, findings = read(one(start=typed))
    (said,) = [message(finding) for finding in findings]
    assert said.severity is Severity.ERROR
    assert said.remedy == "Skriv 2021-06-30, 2021-06 eller 2021, så noga som du vet."
