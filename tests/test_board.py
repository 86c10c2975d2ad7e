"""The board: who sat, who signs, the auditors, and what is wrong with the terms of office."""

from datetime import date
from typing import Any

import pytest
from component_cases import Values, placed, read, told

from generator.blocks.case import Case
from generator.blocks.text_table import Lines, TextTable
from generator.findings.finding import Severity
from generator.model.registers import OutlineBlock
from generator.subjects.auditors import rules as auditor_rules
from generator.subjects.auditors import show as auditors
from generator.subjects.auditors import show_signatures as auditors_signatures
from generator.subjects.auditors.rows import Auditor
from generator.subjects.board import rules as board_rules
from generator.subjects.board import show as board
from generator.subjects.board import show_signatures as signatures
from generator.subjects.board.rows import BoardMember
from generator.subjects.board.rules_appointed import members_appoint
from generator.subjects.board.show_signatures import Signatures
from generator.subjects.board.subject import SUBJECT
from generator.subjects.members.rows import Member

Rows = list[dict[str, Any]]

DECISION = date(2021, 3, 5)
SEATS: Rows = [
    {"name": "Alva Ek", "role": "ordförande", "party": "X", "appointed_by": "Nora kommun"},
    {"name": "Bo Dal", "appointed_by": "Region Örebro län", "end": date(2020, 6, 30)},
    {"name": "Cia Fors", "appointed_by": "Region Örebro län", "start": date(2020, 7, 1)},
    {"name": "Dan Holm", "kind": "suppleant", "appointed_by": "Nora kommun", "attendance": 1},
]


def case_of(values: Values, **association: Any) -> Case:
    known: dict[str, Any] = {"decision_date": DECISION, "state": "slutlig"}
    case, findings = read(values, **known | association)
    assert findings == []
    return case


def rows(case: Case, component: Any = board.COMPONENT) -> list[list[tuple[str, ...]]]:
    (block,) = placed(component, case)
    assert isinstance(block.content, TextTable)
    return [[cell.lines for cell in row.cells if isinstance(cell, Lines)] for row in block.content.rows]


def page(case: Case, component: Any = signatures.COMPONENT) -> Signatures:
    (block,) = placed(component, case)
    assert isinstance(block.content, Signatures)
    return block.content


def signers(members: Rows, **association: Any) -> list[tuple[str, str, bool]]:
    shown = page(case_of({BoardMember: members}, **association))
    return [(each.name, *each.functions, each.line) for each in shown.signatures]  # type: ignore[misc]


def test_a_seat_is_a_row_with_those_who_held_it_in_turn() -> None:
    assert rows(case_of({BoardMember: SEATS})) == [
        [("Nora kommun",), ("Alva Ek, ordförande",), ("Dan Holm, 1 möte",)],
        [
            ("Region Örebro län",),
            ("Bo Dal, till och med 30\u00a0juni", "Cia Fors, från 1\u00a0juli"),
            (),
        ],
    ]


def test_a_member_with_two_seats_has_two_rows_and_no_deputies_no_column() -> None:
    two: Rows = [{"name": name, "appointed_by": "FK", "seat": seat} for name, seat in (("Alva", "1"), ("Bo", "2"))]
    assert rows(case_of({BoardMember: two})) == [[("FK",), ("Alva",)], [("FK",), ("Bo",)]]


def test_people_without_a_member_have_a_row_each_with_their_duty() -> None:
    members: Rows = [{"name": "Alva", "role": "ordförande"}, {"name": "Bo"}, {"name": "Cia", "kind": "ersättare"}]
    assert rows(case_of({BoardMember: members})) == [
        [("Alva",), ("Ordförande",)],
        [("Bo",), ("Ledamot",)],
        [("Cia",), ("Ersättare",)],
    ]


def test_parties_are_shown_only_where_the_association_wants_it() -> None:
    shown = rows(case_of({BoardMember: SEATS}, show_parties=True))
    assert shown[0][1] == ("Alva Ek (X), ordförande",)


def test_the_table_leaves_out_who_joined_after_the_year() -> None:
    late: Rows = [*SEATS, {"name": "Eva Ny", "appointed_by": "AF", "start": date(2021, 1, 1)}]
    assert len(rows(case_of({BoardMember: late}))) == 2


def test_a_typed_position_stands_in_place_of_the_rows_own() -> None:
    moved: Rows = [SEATS[0], SEATS[2] | {"position": 1}, {"name": "Eva", "appointed_by": "AF"}]
    assert [row[0] for row in rows(case_of({BoardMember: moved}))][-1] == ("AF",)


@pytest.mark.parametrize(
    ("positions", "shown"),
    [
        ((None, None, 1), "Cia Alva Bo"),
        ((3, None, None), "Bo Cia Alva"),
        ((None, 1, 1), "Bo Cia Alva"),
        ((30, 20, 10), "Cia Bo Alva"),
        ((2, None, 2), "Bo Alva Cia"),
        ((9, None, None), "Bo Cia Alva"),
    ],
)
def test_a_position_is_the_place_in_the_table_1_the_first(positions: tuple[int | None, ...], shown: str) -> None:
    people: Rows = [
        {"name": name, "position": position} for name, position in zip(("Alva", "Bo", "Cia"), positions, strict=True)
    ]
    assert " ".join(row[0][0] for row in rows(case_of({BoardMember: people}))) == shown
    assert " ".join(name for name, *_ in signers(people)) == shown


def test_the_ordinary_who_sit_at_the_decision_sign_also_who_joined_after_the_year() -> None:
    late: Rows = [*SEATS, {"name": "Eva Ny", "start": date(2021, 1, 1)}]
    assert signers(late) == [
        ("Alva Ek", "Ordförande", True),
        ("Cia Fors", "Ledamot", True),
        ("Eva Ny", "Ledamot", True),
    ]


def test_before_the_decision_those_who_go_on_after_the_year_sign() -> None:
    leaving: Rows = [*SEATS, {"name": "Eva Ny", "end": date(2021, 1, 31)}]
    names = [name for name, *_ in signers(leaving, decision_date=None, state="utkast")]
    assert names == ["Alva Ek", "Cia Fors", "Eva Ny"]


def test_a_deputy_on_duty_signs_and_an_ill_member_does_not() -> None:
    members: Rows = [SEATS[0] | {"signs": "nej"}, SEATS[3] | {"signs": "ja"}]
    assert signers(members) == [("Dan Holm", "Tjänstgörande ersättare", True)]


def test_a_vacant_seat_is_left_out_or_stands_without_a_line() -> None:
    assert signers([SEATS[0], {"name": "Vakant"}]) == [("Alva Ek", "Ordförande", True)]
    assert signers([SEATS[0], {"name": "vakant", "signs": "utan linje"}])[1] == ("vakant", "Ledamot", False)


def test_nobody_signs_with_a_party() -> None:
    assert signers(SEATS[:1], show_parties=True) == [("Alva Ek", "Ordförande", True)]


def test_a_party_stands_in_the_signatures_where_it_is_wished() -> None:
    assert signers(SEATS[:1], sign_with_parties=True) == [("Alva Ek (X)", "Ordförande", True)]


PRESIDIUM: Rows = [
    {"name": "Alva", "appointed_by": "AF"},
    {"name": "Bo", "role": "2:e vice ordförande", "appointed_by": "FK"},
    {"name": "Vakant", "role": "vice ordförande", "appointed_by": "Nora"},
    {"name": "Cia", "role": "Ordförande", "appointed_by": "Region"},
    {"name": "Dan", "kind": "ersättare", "role": "ersättare för ordföranden", "appointed_by": "AF"},
]


@pytest.mark.parametrize(
    ("order", "seats", "signing"),
    [
        ("som i fliken", "AF FK Nora Region", "Alva Bo Cia"),
        ("presidiet först", "Region Nora FK AF", "Cia Bo Alva"),
        ("presidiet först i underskrifterna", "AF FK Nora Region", "Cia Bo Alva"),
    ],
)
def test_the_presidium_stands_first_where_the_association_wants_it(order: str, seats: str, signing: str) -> None:
    case = case_of({BoardMember: PRESIDIUM}, board_order=order)
    assert " ".join(row[0][0] for row in rows(case)) == seats
    assert " ".join(name for name, *_ in signers(PRESIDIUM, board_order=order)) == signing


def test_a_vacant_seat_of_the_presidium_is_told_with_its_duty_and_missed_by_no_rule() -> None:
    case = case_of({BoardMember: PRESIDIUM})
    assert rows(case)[2][1] == ("Vakant, vice ordförande",)
    assert [finding for rule in SUBJECT.rules for finding in rule(case)] == []


def test_a_day_stands_at_each_signature_that_has_one() -> None:
    signed: Rows = [SEATS[0] | {"signed": date(2021, 3, 9)}, {"name": "Eva"}]
    assert [each.signed for each in page(case_of({BoardMember: signed})).signatures] == [date(2021, 3, 9), None]


@pytest.mark.parametrize(
    ("member", "rules_told"),
    [
        ({"signed": date(2021, 3, 5)}, []),
        ({"signed": date(2021, 3, 4)}, ["board_signed_early"]),
        ({"signed": date(2020, 12, 31)}, ["board_signed_early"]),
        ({"signed": date(2021, 6, 3)}, []),
        ({"signed": date(2022, 3, 5)}, ["board_signed_late"]),
        ({"signed": date(2021, 3, 9), "signs": "nej"}, ["board_signed_unseen"]),
    ],
)
def test_a_signature_dated_before_the_decision_or_long_after_or_not_shown_is_told(
    member: dict[str, Any], rules_told: list[str]
) -> None:
    case = case_of({BoardMember: [SEATS[0] | member]})
    assert [each.code for each in board_rules.signatures_follow_the_decision(case)] == rules_told


def test_place_and_day_are_those_of_the_decision() -> None:
    assert page(case_of({BoardMember: SEATS}, seat="Nora", decision_place="Lindesberg")).place == "Lindesberg"
    unknown = page(case_of({BoardMember: SEATS}, seat="Nora", decision_date=None, state="utkast"))
    assert (unknown.place, unknown.day) == ("Nora", None)


def test_the_attestation_names_association_and_year() -> None:
    (block,) = placed(signatures.COMPONENT, case_of({BoardMember: SEATS}))
    assert block.text == "Styrelsen för Provet har upprättat den här årsredovisningen för räkenskapsåret 2020."


def test_who_signs_outside_the_term_is_told_of_when_the_report_is_final() -> None:
    members: Rows = [SEATS[0], SEATS[1] | {"signs": "ja"}]
    (finding,) = told(board_rules.signers_sit_at_decision, case_of({BoardMember: members}))
    assert finding.severity is Severity.WARNING
    assert "Bo Dal" in finding.what
    assert "2021-03-05" in finding.what
    draft = case_of({BoardMember: members}, state="utkast")
    assert told(board_rules.signers_sit_at_decision, draft) == []


@pytest.mark.parametrize(
    ("state", "severity"),
    [("under arbete", Severity.REMAINING), ("utkast", Severity.NOTE), ("slutlig", Severity.ERROR)],
)
def test_a_page_to_sign_wants_someone_to_sign_it(state: str, severity: Severity) -> None:
    page_placed: Values = {OutlineBlock: [{"content": "Underskrifter"}]}
    (finding,) = told(board_rules.somebody_signs, case_of(page_placed, state=state))
    assert finding.severity is severity
    assert told(board_rules.somebody_signs, case_of({**page_placed, BoardMember: SEATS}, state=state)) == []
    assert told(board_rules.somebody_signs, case_of({}, state=state)) == []


def test_only_vacant_seats_are_nobody() -> None:
    vacant: Rows = [{"name": "Vakant", "signs": "utan linje"}]
    case = case_of({OutlineBlock: [{"content": "Underskrifter"}], BoardMember: vacant})
    assert len(told(board_rules.somebody_signs, case)) == 1


def test_a_term_that_ends_before_it_begins_is_an_error() -> None:
    backwards: Rows = [{"name": "Alva", "start": date(2020, 7, 1), "end": date(2020, 6, 30)}]
    for model, rules in ((BoardMember, board_rules), (Auditor, auditor_rules)):
        (finding,) = told(rules.terms_run_forwards, case_of({model: backwards}))
        assert finding.severity is Severity.ERROR
        assert finding.what == "Perioden slutar 2020-06-30, innan den börjar 2020-07-01."


def test_a_person_in_two_seats_at_once_is_told_of_but_not_one_who_changed_seats() -> None:
    case = case_of({BoardMember: [SEATS[0], SEATS[0] | {"kind": "ersättare"}]})
    (finding,) = told(board_rules.people_stand_once, case)
    assert finding.severity is Severity.WARNING
    changed: Rows = [SEATS[1], SEATS[2] | {"name": "Bo Dal"}, {"name": "Vakant"}, {"name": "Vakant"}]
    assert told(board_rules.people_stand_once, case_of({BoardMember: changed})) == []


def test_a_deputy_s_seat_is_asked_for_only_where_one_is_typed() -> None:
    members: Rows = [
        {"name": "Alva", "appointed_by": "FK", "seat": "Plats 1"},
        {"name": "Bo", "kind": "ersättare", "appointed_by": "FK", "seat": "Plats 2"},
        {"name": "Cia", "kind": "ersättare", "appointed_by": "AF"},
    ]
    (finding,) = told(board_rules.deputies_have_seats, case_of({BoardMember: members}))
    assert finding.severity is Severity.NOTE
    assert "Menade du ”Plats 1”?" in finding.what


AUDITORS: Rows = [
    {"name": "Olle", "role": "förtroendevald revisor", "appointed_by": "kommunerna"},
    {"name": "Petra", "role": "auktoriserad revisor", "title": "uppdragsansvarig", "firm": "Byrån AB"},
    {"name": "Rut", "firm": "Byrån AB", "is_expert": True},
]


def test_auditors_are_listed_with_what_they_are_and_who_appointed_them() -> None:
    assert rows(case_of({Auditor: AUDITORS}), auditors.COMPONENT) == [
        [("Olle",), ("Förtroendevald revisor",), ("kommunerna",)],
        [("Petra",), ("Auktoriserad revisor, uppdragsansvarig", "Byrån AB"), ("",)],
        [("Rut",), ("Sakkunnigt biträde", "Byrån AB"), ("",)],
    ]


def test_auditors_sign_on_a_day_of_their_own_and_experts_do_not_sign() -> None:
    shown = page(case_of({Auditor: AUDITORS}), auditors_signatures.COMPONENT)
    assert [each.name for each in shown.signatures] == ["Olle", "Petra"]
    assert shown.signatures[0].functions == ("Förtroendevald revisor", "Utsedd av kommunerna")
    assert shown.day is None


def test_a_single_auditor_speaks_in_the_singular() -> None:
    (alone,) = placed(auditors_signatures.COMPONENT, case_of({Auditor: AUDITORS[:1]}))
    (both,) = placed(auditors_signatures.COMPONENT, case_of({Auditor: AUDITORS}))
    assert alone.text.startswith("Jag har granskat")
    assert both.text.startswith("Vi har granskat")


MEMBERS: Rows = [{"name": name} for name in ("Staten", "Region Örebro län", "Nora kommun", "Flen", "Upplands Väsby")]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Norra kommun", "Norra kommun i kolumnen Utsedd av finns inte i fliken Medlemmar. Menade du ”Nora kommun”?"),
        (
            "Upplands Väsbby",
            "Upplands Väsbby i kolumnen Utsedd av finns inte i fliken Medlemmar. Menade du ”Upplands Väsby”?",
        ),
        ("Kiruna kommun", "Kiruna kommun i kolumnen Utsedd av finns inte i fliken Medlemmar."),
    ],
)
def test_who_appoints_and_is_no_member_is_told(name: str, what: str) -> None:
    case = case_of({Member: MEMBERS, BoardMember: [{"name": "Alva Ek", "appointed_by": name}]})
    assert [each.what for each in told(members_appoint, case)] == [what]


def test_a_member_in_another_order_is_told() -> None:
    case = case_of(
        {Member: [{"name": "Region Norr"}], BoardMember: [{"name": "Alva Ek", "appointed_by": "Norrs region"}]}
    )
    (message,) = told(members_appoint, case)
    assert "Menade du ”Region Norr”?" in message.what


def test_members_and_those_who_act_for_them_may_appoint() -> None:
    names = (
        "Nora",
        "nora  kommun",
        "Flens kommun",
        "Region Örebro",
        "Regionen",
        "Arbetsförmedlingen",
        "Försäkringskassan",
        "",
    )
    more = (
        "Försäkringskassan och Arbetsförmedlingen",
        "kommunerna",
        "Kommunfullmäktige i Nora",
        "Nora och Flen",
        "staten",
    )
    board = [{"name": f"Person {name}", "appointed_by": name} for name in (*names, *more)]
    assert not told(members_appoint, case_of({Member: MEMBERS, BoardMember: board}))
    assert not told(members_appoint, case_of({BoardMember: [{"name": "Alva Ek", "appointed_by": "Kiruna"}]}))
