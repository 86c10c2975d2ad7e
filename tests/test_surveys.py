"""Surveys: answers by group and sex, response rates that follow from the counts, and few answers that are not told."""

from typing import Any

import pytest
from component_cases import placed, read
from small_underlag import Values, examined, findings, small

from generator.figures.figure import FigureId, Masked
from generator.figures.table import SHARES_SENTENCE, Table
from generator.model.association import Association
from generator.model.registers import OutlineBlock
from generator.pipeline import Examination
from generator.subjects.surveys import rules
from generator.subjects.surveys.rows import ResponseRate, SurveyAnswer
from generator.subjects.surveys.show import COMPONENT, TOO_FEW_OF_A_SEX
from generator.view.cells import cell_text

STAFF = {"group": "Personal", "members": "Alfa, Beta", "population": 29, "asked": 24, "answers": 15}


def answer(sex: str = "", question: str = "Inflytande", **values: Any) -> dict[str, Any]:
    return {"question": question, "group": "Personal", "sex": sex} | values


EVERYONE = answer(count=13, negative=0, neither=15, positive=85, clearly=46)


def asked(*rows: dict[str, Any], rates: tuple[dict[str, Any], ...] = (STAFF,)) -> Values:
    values = small()
    values[SurveyAnswer] = list(rows)
    values[ResponseRate] = list(rates)
    values[OutlineBlock] += [{"level": 1, "heading": name, "content": name} for name in ("Enkäter", "Svarsfrekvenser")]
    return values


def table(examination: Examination, title: str = "Inflytande") -> Table:
    assert examination.derived is not None
    (found,) = (each for each in examination.whole.tables if each.title == title)
    return found


def shown(made: Table) -> list[tuple[str, ...]]:
    return [(line.label, *(cell_text(cell, made) for cell in line.cells if cell.of != "")) for line in made.rows]


def test_rates_follow_from_the_counts() -> None:
    made = table(examined(asked(EVERYONE)))
    assert [column.head for column in made.columns] == [
        "n",
        "Negativt",
        "Varken eller",
        "Positivt",
        "varav klart positivt",
        "Svars\u00adfrekvens",
    ]
    assert shown(made) == [
        ("Personal (Alfa, Beta)", "13", "0\u00a0%", "15\u00a0%", "85\u00a0%", "46\u00a0%", "87\u00a0%"),
        ("Undersökt population 83\u00a0% (24 personer), svarande 63\u00a0% (15 personer)",),
    ]


def test_response_rates_have_what_is_missing_and_the_share() -> None:
    rates = ({"group": "Personal", "asked": 6, "answers": 6}, {"group": "Styrelse", "asked": 14, "answers": 10})
    assert shown(table(examined(asked(EVERYONE | {"count": 6}, rates=rates)), "Svarsfrekvenser")) == [
        ("Personal", "6", "0", "6", "100\u00a0%"),
        ("Styrelse", "14", "4", "10", "71\u00a0%"),
        ("Totalt", "20", "4", "16", "80\u00a0%"),
    ]


def test_per_cents_may_be_typed_in_each_way_but_as_plain_shares() -> None:
    share = {"negative": "0 %", "neither": 15, "positive": "85%", "clearly": "46 %"}
    assert shown(table(examined(asked(EVERYONE | share))))[0][2:] == shown(table(examined(asked(EVERYONE))))[0][2:]


def sexes(women: int, men: int, everyone: int = 13) -> tuple[dict[str, Any], ...]:
    return (
        EVERYONE | {"count": everyone},
        answer("kvinnor", count=women, negative=0, neither=10, positive=90, clearly=40),
        answer("män", count=men, negative=0, neither=25, positive=75, clearly=60),
    )


def test_sexes_are_told_apart_where_enough_have_answered() -> None:
    assert [line[0] for line in shown(table(examined(asked(*sexes(7, 6)))))][2:] == ["Samtliga", "Kvinnor", "Män"]


def test_too_few_answers_of_a_sex_hide_both() -> None:
    made = examined(asked(*sexes(9, 4)))
    labels = [line[0] for line in shown(table(made))]
    assert labels[2:] == ["Samtliga", "Kvinnor och män redovisas inte var för sig: för få har svarat."]
    assert made.derived is not None
    for sex in ("kvinnor", "män"):
        figure = made.derived.figures[FigureId(f"survey.inflytande.personal.{sex}.positive", 2020)]
        assert isinstance(figure.value, Masked)
        assert figure.operands == ()


def test_too_few_answers_in_all_are_not_told() -> None:
    assert [line[0] for line in shown(table(examined(asked(EVERYONE | {"count": 4}))))][2:] == [
        "Svaren redovisas inte: för få har svarat."
    ]


def test_as_many_answers_as_the_limit_are_told() -> None:
    assert shown(table(examined(asked(EVERYONE | {"count": 5}))))[0][:2] == ("Personal (Alfa, Beta)", "5")
    assert [line[0] for line in shown(table(examined(asked(*sexes(8, 5)))))][2:] == ["Samtliga", "Kvinnor", "Män"]


def test_the_limit_is_the_associations_own() -> None:
    values = asked(*sexes(9, 4))
    values[Association][0]["smallest_count"] = 3
    assert [line[0] for line in shown(table(examined(values)))][2:] == ["Samtliga", "Kvinnor", "Män"]


def test_words_stand_in_place_of_answers() -> None:
    made = table(examined(asked(EVERYONE, answer("kvinnor", words="Könen mäts från nästa år"))))
    assert shown(made)[3] == ("Könen mäts från nästa år",)


COMPARED = (
    answer(count=13, positive="85,5 %", last_year=80, country=90),
    answer("kvinnor", count=7, positive=90, last_year=92, country=90),
    answer("män", count=6, positive=75, last_year=70),
)


@pytest.mark.parametrize(
    ("layout", "heads", "rows"),
    [
        (
            "jämfört med i fjol",
            ["n", "Positivt 2020", "Positivt 2019", "Skillnad, procentenheter"],
            [("13", "85,5 %", "80 %", "+5,5"), ("7", "90 %", "92 %", "−2"), ("6", "75 %", "70 %", "+5")],
        ),
        (
            "jämfört med riket",
            ["n", "Positivt 2020", "Positivt i riket", "Skillnad, procentenheter"],
            [("13", "85,5 %", "90 %", "−4,5"), ("7", "90 %", "90 %", "0"), ("6", "75 %", "–", "–")],
        ),
    ],
)
def test_positive_answers_are_compared_by_group_and_sex(layout: str, heads: list[str], rows: list[Any]) -> None:
    case, _ = read({SurveyAnswer: [*COMPARED]})
    (block,) = placed(COMPONENT, case, layout=layout)
    assert block.table is not None
    assert [column.head for column in block.table.columns] == heads
    assert [tuple(text.replace("\u00a0", " ") for text in line[1:]) for line in shown(block.table)[1:]] == rows


def test_the_response_rates_stand_in_the_groups_row_where_that_is_wished() -> None:
    case, _ = read({SurveyAnswer: [EVERYONE, answer("kvinnor", count=7, positive=90)], ResponseRate: [STAFF]})
    (block,) = placed(COMPONENT, case, layout="svarsfrekvens i raden")
    assert block.table is not None
    assert [column.head for column in block.table.columns][-3:] == [
        "Under\u00adsökt andel",
        "Svarande andel",
        "Antal svarande",
    ]
    lines = [tuple(text.replace("\u00a0", " ") for text in line) for line in shown(block.table)]
    assert lines[0] == ("Personal (Alfa, Beta)",)
    assert lines[1] == ("Samtliga", "13", "0 %", "15 %", "85 %", "46 %", "87 %", "83 %", "63 %", "15")
    assert lines[2] == ("Kvinnor", "7", "–", "–", "90 %", "–", "–"), "what is of the group is told once"


@pytest.mark.parametrize(
    ("layout", "name", "wanted"),
    [
        ("jämfört med i fjol", "Inflytande", []),
        ("jämfört med i fjol", "", ["”Stöd”"]),
        ("jämfört med riket", "Stöd", ["”Stöd”"]),
        ("", "", []),
    ],
)
def test_a_comparison_with_nothing_is_told_of(layout: str, name: str, wanted: list[str]) -> None:
    block = {"content": "Enkäter", "layout": layout, "name": name}
    case, _ = read({SurveyAnswer: [*COMPARED, answer(question="Stöd", positive=70)], OutlineBlock: [block]})
    assert [finding.values["names"] for finding in rules.compared_answers_have_others(case)] == wanted


def test_what_is_compared_is_protected_as_the_answers_are() -> None:
    case, _ = read({SurveyAnswer: [COMPARED[0], COMPARED[1], COMPARED[2] | {"count": 4}]})
    (block,) = placed(COMPONENT, case, layout="jämfört med i fjol")
    assert block.table is not None
    assert [line[0] for line in shown(block.table)] == ["Personal", "Samtliga", TOO_FEW_OF_A_SEX]
    assert case.derived is not None
    for sex in ("kvinnor", "män"):
        change = case.derived.figures[FigureId(f"survey.inflytande.personal.{sex}.change", 2020)]
        assert isinstance(change.value, Masked)


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ({"neither": 17}, "survey_sum"),
        ({"clearly": 90}, "survey_clearly"),
        ({"count": 16}, "survey_more_than_answered"),
        ({"words": "Mäts inte"}, "survey_words_and_numbers"),
        ({"group": "Personalen"}, "survey_group_unknown"),
        ({"count": -1}, "persons_below_nought"),
    ],
)
def test_what_is_wrong_is_told(changed: dict[str, Any], wanted: str) -> None:
    assert wanted in findings(asked(EVERYONE | changed))


def test_per_cents_that_are_rounded_may_make_one_more_than_a_hundred() -> None:
    assert "survey_sum" not in findings(asked(EVERYONE | {"neither": 16}))


def test_what_is_wrong_between_rows_is_told() -> None:
    assert "survey_twice" in findings(asked(EVERYONE, EVERYONE))
    assert "survey_sexes" in findings(asked(*sexes(8, 6)))
    assert "response_above_whole" in findings(asked(EVERYONE, rates=(STAFF | {"answers": 25},)))


def test_one_person_left_over_can_be_computed_and_is_told() -> None:
    assert "survey_left_over" in findings(asked(*sexes(6, 6)))
    assert "survey_left_over" not in findings(asked(*sexes(7, 6)))


def test_rounded_per_cents_and_missing_answers_are_left_alone() -> None:
    rows = (
        EVERYONE | {"neither": 16},
        answer(question="Stöd", positive=70),
        answer(question="Ro", count=9, positive=0),
    )
    assert not [rule for rule in findings(asked(*rows)) if rule.startswith(("survey", "response"))]


@pytest.mark.parametrize(
    ("answers", "said"),
    [((7, 8, 86), True), ((7, 8, 85), False), ((0, 33, 66), True), ((7, 8, 40), False)],
)
def test_answers_that_miss_the_whole_by_rounding_say_so(answers: tuple[int, ...], said: bool) -> None:  # noqa: FBT001 - a parameter of the test
    typed = {name: f"{value} %" for name, value in zip(("negative", "neither", "positive"), answers, strict=True)}
    notes = table(examined(asked(answer(count=30, **typed)))).notes
    assert (SHARES_SENTENCE in notes) == said


@pytest.mark.parametrize(
    ("answers", "rate", "tabs"),
    [
        ({"last_year": 80}, {}, ["Enkäter", "Svarsfrekvenser"]),
        ({"positive": 80}, {"answers": 15}, []),
        ({"words": "Ingen enkät gjordes."}, {"asked": 0}, []),
    ],
)
@pytest.mark.parametrize(("state", "code"), [("arbete", "survey_remains"), ("slutlig", "survey_unanswered")])
def test_a_survey_without_the_years_answers_is_told_of(
    answers: dict[str, Any], rate: dict[str, Any], tabs: list[str], state: str, code: str
) -> None:
    values = asked(answer(**answers), rates=({"group": "Personal", **rate},))
    values[Association][0]["state"] = state
    told = [finding for finding in examined(values).findings if finding.code == code]
    assert sorted(str(finding.values["tab"]) for finding in told) == tabs
