"""Protected numbers in all that is written: it is the same, to the byte, whichever of two numbers a masked one is.

So nobody who reads all of it together can tell them apart, by whatever road: a text, a table, a diagram, its
alternative, a bookmark, a message, a trace.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from attacker import other_worlds
from pdfs import html_of, written
from random_participants import Told, random_set, with_numbers
from small_underlag import Values, cost
from test_protection import masked_in, underlag_of

from generator.audit.matter import Matter
from generator.audit.papers import papers_of
from generator.commands import figures_shown as shown
from generator.compare.figures import changed_figures
from generator.compare.rows import changed_rows
from generator.console import as_data, findings_as_text
from generator.document.html.papers import papers_html
from generator.figures.trace import trace, trace_lines
from generator.json_edition.write import hidden_keys
from generator.look.chosen import ChosenLook
from generator.look.settings import Look
from generator.model.amounts import IncomeOrCost
from generator.model.association import Association
from generator.model.registers import Activity, OutlineBlock
from generator.pipeline import Examination, draw, edition, examine, for_the_web, web
from generator.subjects.goals.rows import Goal
from generator.subjects.insatser.rows import Insats
from generator.subjects.participants.rows import Participants

SENTENCES = (
    "I Alfa deltog 912 personer, 507 kvinnor och 405 män. Antalet deltagare i Beta minskade. "
    "Kostnaden per deltagare i Alfa var 1 700 kr. Totalt deltog 999 personer. "
    "Deltagarna i Gamma var dubbelt så många som i Alfa."
)
GOAL = {"goal": "Minst 910 deltagare i Alfa", "target": "910", "outcome": "908", "comment": "Färre än målet."}


@pytest.fixture(autouse=True)
def _no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page's fonts have the letters that it shows: to cut them takes a second, and tells no more."""
    monkeypatch.setattr("generator.document.web.page.font_faces", lambda *_, **__: ())


def worlds(told: Told) -> Iterator[Told]:
    """Sets that show the same, and together have another number for each that is masked in one of them."""
    hidden = masked_in(told)
    left = set(hidden)
    for key in sorted(hidden):
        for numbers in other_worlds(hidden, told.equations, key, told.numbers) if key in left else ():
            other = with_numbers(told, numbers)
            if masked_in(other) == hidden:
                left -= {each for each in left if numbers[each] != told.numbers[each]}
                yield other
                break


def full(told: Told) -> Values:
    """All that shows participants, or is made of them: each insats with a cost of its own, a goal, sentences."""
    values = underlag_of(told)
    for place, row in enumerate(values[Insats]):
        row |= {"activity": row["key"], "counted": "personer"}
        values[Activity].append({"key": row["key"], "group": "individinriktad"})
        values[IncomeOrCost].append(cost(f"Köp {place}", "50", "40", activity=row["key"]))
        # What is paid for them is got for them.
        values[IncomeOrCost][0] |= {
            year: values[IncomeOrCost][0][year] + paid for year, paid in (("this_year", 50), ("last_year", 40))
        }
    values[Goal] = [dict(GOAL)]
    for content in ("Insatser", "Mål"):
        values[OutlineBlock].append({"level": 1, "heading": content, "content": content})
    values[OutlineBlock].append({"level": 1, "heading": "Om deltagarna", "text": SENTENCES})
    return values


def told_of(values: Values) -> Mapping[str, Any]:
    """All that the program writes of an underlag; of the report too, where it has no errors."""
    with TemporaryDirectory() as temporary:
        examination = examine(written(values, Path(temporary)))
        findings = (findings_as_text([examination]), json.dumps(as_data(examination)))
        made = {"check": "".join(findings).replace(temporary, "")}
        made["audit"] = _papers(examination)
        return made | ({} if examination.has_errors else dict(_of_report(examination)))


def _of_report(examination: Examination) -> Iterator[tuple[str, Any]]:
    report = examination.whole
    figures, derived = shown.chosen(report, (), everything=True), report.derived
    yield "figures", shown.as_text(figures, derived) + shown.as_json(figures, derived)
    hidden = hidden_keys(derived.figures)
    yield "traces", ["\n".join(trace_lines(trace(each, hidden))) for _, each in figures]
    of_insatser = (each for _, each in figures if str(each.key).startswith("insats."))
    yield "traces for programs", [shown.trace_as_json(each, derived) for each in of_insatser]
    yield "edition", edition(examination)
    yield "html", html_of(examination)
    yield "web", [web(each).decode() for each in (examination, for_the_web(examination))]
    with TemporaryDirectory() as temporary:
        before = examine(written(full(random_set(99)), Path(temporary)))
        changes = (*changed_rows(_underlag(before), _underlag(examination)), *changed_figures(before, examination))
        yield "compare", [asdict(each) for each in changes]


def _papers(examination: Examination) -> Any:
    """The auditor's papers: every cell with its formula, and the page; but for the checksum of the workbook."""
    papers = papers_of(Matter(examination))
    return [sheet.rows for sheet in papers.sheets], papers_html(papers.view, ChosenLook(Look()))


def _underlag(examination: Examination) -> Any:
    return examination.underlag


def differing(one: Values, other: Values) -> list[str]:
    first, second = told_of(one), told_of(other)
    return [name for name in first if first[name] != second[name]]


@pytest.mark.parametrize("seed", [1, 9])
def test_nothing_that_is_written_tells_two_numbers_apart(seed: int) -> None:
    told = random_set(seed)
    others = list(worlds(told))
    assert others
    assert not differing(full(told), full(others[seed % len(others)]))


def test_a_number_that_is_told_is_in_all_of_it() -> None:
    """What the test before compares would show a number, were it there."""
    told, other = random_set(11), random_set(11)
    typed = max(other.rows[Participants], key=lambda row: row["women"])
    typed["women"] += 1
    assert set(differing(full(told), full(other))) >= {"figures", "traces", "edition", "html", "web", "audit"}


@pytest.mark.slow
def test_a_drawn_report_is_the_same_for_two_numbers() -> None:
    told = random_set(11)
    with TemporaryDirectory() as temporary:
        one, other = (draw(examine(written(underlag_of(each), Path(temporary)))) for each in (told, next(worlds(told))))
    assert one == other


FAULTS: Mapping[str, Callable[[Values], object]] = {
    "twice": lambda values: values[Participants].append(values[Participants][0] | {"total": 999}),
    "too small a total": lambda values: [row.update(total=1) for row in values[Participants]],
    "too small a base": lambda values: [row.update(base=1) for row in values[Participants]],
    "more in the register": lambda values: [row.update(reached=f"{row['reached']}000") for row in values[Insats]],
    "words in the register": lambda values: [row.update(reached=f"{row['reached']} av 50") for row in values[Insats]],
    "words beside a count": lambda values: [row.update(women=f"{row['women']} st") for row in values[Participants]],
    "a part of a person": lambda values: [row.update(women=f"{row['women']},5") for row in values[Participants]],
    "less than nobody": lambda values: [row.update(women=-row["women"] - 1) for row in values[Participants]],
    "a reference to it": lambda values: values[OutlineBlock].append({"text": "Det var {{ insats.alfa.deltagare }}."}),
    "final": lambda values: values[Association][0].update(state="slutlig"),
}
"""What is done to an underlag so that rules of all kinds tell of it."""


@pytest.mark.parametrize("fault", FAULTS)
def test_no_message_tells_a_number(fault: str) -> None:
    told = random_set(11)
    one, other = full(told), full(next(worlds(told)))
    for each in (one, other):
        FAULTS[fault](each)
    assert not differing(one, other)
