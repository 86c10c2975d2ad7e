"""The two pages for the elected auditors, in plain words: result, equity, goals, what changed, what is not tried."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit.matter import Matter
from generator.audit.untested import count_of_numbers
from generator.audit.untested_here import of_this
from generator.figures.figure import Figure
from generator.figures.measures import shown_suffixes
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.findings.message import LONGEST
from generator.ground.formatting import amount, enumerated, percent, small_first, so_many
from generator.ground.printable import one_line
from generator.statements.balance_sheet import EQUITY, LIABILITIES, TOTAL_ASSETS
from generator.statements.income_statement import INCOME, NET_RESULT
from generator.subjects.equity_level.figures import ABOVE, CEILING
from generator.subjects.equity_level.rows import shows_staircase
from generator.subjects.equity_level.show import SHARE_OF_CONTRIBUTIONS
from generator.subjects.goals.rows import Goal
from generator.subjects.operating_statement.figures import CONTRIBUTIONS
from generator.view.papers import PaperHead, PaperPart, PaperRow, PaperTable
from generator.view.parts import TableView
from generator.view.table import table_view
from generator.workbook.sheets import Sheet

_MARKS = re.compile(r"(?:(?<=\s)|^)[-*•–]\s+|\*\*|__|`")
"""What makes lists, bold letters and code of a text in Markdown."""
_SENTENCE_ENDS = re.compile(r"\.\s+(?=[A-ZÅÄÖ])")
_MOST_GOALS, _LONGEST_GOAL, _LONGEST_OUTCOME = 12, 110, 60
_MOST_CHANGES, _MOST_UNTESTED = 6, 8
_EQUITY_RATIO = "balance_sheet.equity_ratio"


def summary(matter: Matter, changes: Sheet) -> Iterator[PaperPart]:
    """The parts of the two pages."""
    yield _result(matter)
    yield _equity(matter)
    yield _goals(matter)
    yield _changed(matter, changes)
    yield _untested(matter)


def _told(figure: Figure, matter: Matter) -> str:
    style = matter.derived.style()
    return amount(figure.amount, style.unit, style.decimals)


def _table(matter: Matter, title: str, rows: Sequence[RowSpec], columns: Sequence[ColumnSpec]) -> TableView:
    style = matter.derived.style()
    spec = style.spec(title, title, rows, columns, flow=True, signed=style.signed)
    return table_view(build_table(spec, matter.figures), "", ())


def _result(matter: Matter) -> PaperPart:
    budget, deviation = shown_suffixes(matter.derived.association)
    style, year = matter.derived.style(), matter.year
    result, planned = matter.known(NET_RESULT), matter.known(NET_RESULT, measure=budget)
    columns = [ColumnSpec(year, head=f"Utfall {year}")]
    if planned:
        columns += [ColumnSpec(year, budget, head=f"Budget {year}"), style.deviation(year, deviation)]
    columns += [ColumnSpec(each, head=f"Utfall {each}") for each in style.years[1:]]
    rows = [
        RowSpec(f"{INCOME}.operating_income"),
        RowSpec(f"{INCOME}.operating_costs", effect=-1),
        RowSpec(f"{INCOME}.depreciation", effect=-1),
        RowSpec(f"{INCOME}.financial_income"),
        RowSpec(f"{INCOME}.financial_costs", effect=-1),
        RowSpec(f"{INCOME}.extraordinary_items"),
        RowSpec(NET_RESULT, kind=RowKind.TOTAL, nil=NilPolicy.SHOW),
    ]
    return PaperPart(
        "Resultat mot budget",
        "resultat",
        tuple(_of_result(matter, result, planned)),
        figures=_table(matter, "Resultat mot budget", rows, columns),
    )


def _of_result(matter: Matter, result: Figure | None, planned: Figure | None) -> Iterator[str]:
    if result is None:
        yield "Årets resultat kan inte räknas fram än: belopp saknas i underlaget."
        return
    word = (
        "ett överskott"
        if result.amount > 0
        else "ett underskott"
        if result.amount < 0
        else "varken över- eller underskott"
    )
    said = f"Årets resultat är {_told(result, matter)}, {word}."
    if planned is None:
        yield f"{said} Någon budget att jämföra med är inte inskriven."
        return
    difference = result.amount - planned.amount
    compared = (
        "som budgeterat"
        if not difference
        else (f"{_told_size(difference, matter)} {'bättre' if difference > 0 else 'sämre'} än budget")
    )
    yield f"{said} Budgeten var {_told(planned, matter)}, så resultatet blev {compared}."


def _told_size(difference: Decimal, matter: Matter) -> str:
    style = matter.derived.style()
    return amount(abs(difference), style.unit, style.decimals)


def _equity(matter: Matter) -> PaperPart:
    equity, ceiling, above = (matter.known(code) for code in (EQUITY, CEILING, ABOVE))
    share = matter.known(SHARE_OF_CONTRIBUTIONS)
    years = matter.derived.style().years
    rows = [
        RowSpec(EQUITY, "Eget kapital vid årets slut", nil=NilPolicy.SHOW),
        RowSpec(CONTRIBUTIONS, "Årets medlemsbidrag", nil=NilPolicy.SHOW),
        RowSpec(SHARE_OF_CONTRIBUTIONS, "Eget kapital i procent av bidragen"),
        RowSpec(CEILING),
        RowSpec(ABOVE, kind=RowKind.TOTAL),
    ]
    texts = []
    if equity and ceiling and above:
        level = (
            "nivån enligt Nationella rådets rekommendation, som förbundet har kontrollerat mot rådets beslut"
            if shows_staircase(matter.case.underlag)
            else "20 procent av årets medlemsbidrag"
        )
        side = "över" if above.amount > 0 else "under" if above.amount < 0 else "lika med"
        size = f"{_told_size(above.amount, matter)} " if above.amount else ""
        of_all = f", {percent(share.amount)} av bidragen" if share else ""
        texts.append(f"Det egna kapitalet är {_told(equity, matter)}{of_all}. Det är {size}{side} {level}.")
        if not shows_staircase(matter.case.underlag):
            texts.append(
                "Nationella rådets rekommendation är en trappa med flera steg. Den visas när förbundet har "
                "kontrollerat stegen mot rådets beslut."
            )
    else:
        texts.append("Bidrag eller eget kapital saknas i underlaget, så nivån kan inte räknas fram.")
    columns = [ColumnSpec(each, head=str(each)) for each in years]
    return PaperPart(
        "Eget kapital mot rekommendationen",
        "kapital",
        tuple(texts),
        figures=_table(matter, "Eget kapital mot rekommendationen", rows, columns),
    )


def _goals(matter: Matter) -> PaperPart:
    goals = [row for row in matter.case.underlag.rows(Goal) if row.goal]
    if not goals:
        return PaperPart(
            "Målen: beslutade och redovisade",
            "mal",
            ("Inga mål är inskrivna i fliken Mål. Jämför rapportens text med målen i budgeten.",),
        )
    steps: dict[str, int] = {}
    for row in goals:
        steps[str(row.assessment or "utan bedömning")] = steps.get(str(row.assessment or "utan bedömning"), 0) + 1
    counts = enumerated([f"{word} ({count})" for word, count in steps.items()])
    more = f" De första {_MOST_GOALS} visas här, alla i fliken Mål i arbetsboken." if len(goals) > _MOST_GOALS else ""
    return PaperPart(
        "Målen: beslutade och redovisade",
        "mal",
        (
            (
                f"{len(goals)} mål. Bedömning: {counts}.{more} Jämför målen och målvärdena med de ord som "
                "står i budgeten."
            ),
        ),
        table=_goal_table(goals[:_MOST_GOALS]),
    )


def _goal_table(goals: Sequence[Goal]) -> PaperTable:
    """The goals as decided beside what is told of them; a column that nobody has filled in is left out."""
    columns = [
        ("Mål, som det är beslutat", 46, [_short(row.goal, _LONGEST_GOAL) for row in goals]),
        ("Målvärde", 16, [_short(row.target, _LONGEST_OUTCOME) for row in goals]),
        ("Utfall, som det är redovisat", 20, [_short(row.outcome, _LONGEST_OUTCOME) for row in goals]),
        ("Bedömning", 18, [str(row.assessment) for row in goals]),
    ]
    filled = [(head, width, texts) for head, width, texts in columns if any(texts)]
    whole = sum(width for _, width, _ in filled)
    heads = tuple(PaperHead(head, "words", width * 100 // whole) for head, width, _ in filled)
    rows = zip(*(texts for _, _, texts in filled), strict=True)
    return PaperTable(
        "tabell-mal", heads, tuple(PaperRow("row", tuple((text or "–",) for text in row)) for row in rows)
    )


def _short(text: object, longest: int) -> str:
    """A text of a cell on one line, without the signs that make lists and letters of it."""
    return one_line(" ".join(_MARKS.sub(" ", str(text or "")).split()), longest)


def _first(text: str) -> str:
    """The first sentence of several, to go on after a colon: one that ends before a capital, not at "10 kap. 1 §"."""
    return small_first(_SENTENCE_ENDS.split(text, maxsplit=1)[0].rstrip(".")) if text else "se Granskning"


def _changed(matter: Matter, changes: Sheet) -> PaperPart:
    style = matter.derived.style()
    points = []
    for code, label in ((EQUITY, "Eget kapital"), (TOTAL_ASSETS, "Tillgångar"), (LIABILITIES.total.code, "Skulder")):
        now, before = matter.known(code), matter.known(code, -1)
        if now and before and len(style.years) > 1:
            points.append(f"{label}: {_told(before, matter)} {matter.year - 1}, {_told(now, matter)} {matter.year}")
    now, before = matter.known(_EQUITY_RATIO), matter.known(_EQUITY_RATIO, -1)
    if now and before and len(style.years) > 1:
        points.append(f"Soliditet: {percent(before.amount)} {matter.year - 1}, {percent(now.amount)} {matter.year}")
    if matter.before is None:
        points.append("Sedan utskicket: ingen tidigare version är angiven att jämföra med")
    else:
        count = len(changes.rows)
        points.append(
            f"Sedan {matter.before_called}: {so_many(count, 'ändring', 'ändringar') if count else 'inget har ändrats'}"
        )
        for row in changes.rows[:_MOST_CHANGES]:
            where, place, what, old, new = (str(cell.value or "") for cell in row.cells)
            told = " ".join(filter(None, (where, place)))
            points.append(one_line(f"{told}: {what}: {' → '.join(filter(None, (old, new)))}", 200))
        points += [f"… och {count - _MOST_CHANGES} till, under Ändringar"] if count > _MOST_CHANGES else []
    return PaperPart("Vad som har ändrats", "andrat", (), tuple(points))


def _untested(matter: Matter) -> PaperPart:
    found = list(of_this(matter))
    numbers, tried = count_of_numbers(matter)
    points = [f"{one_line(each.what, LONGEST)}: {_first(each.why)}" for each in found[:_MOST_UNTESTED]]
    more = len(found) - _MOST_UNTESTED
    points += [f"… och {more} till, under Ej prövat"] if more > 0 else []
    left = numbers - tried
    texts = []
    if numbers:
        texts.append(
            f"Texterna har {so_many(int(numbers), 'siffra', 'siffror')}. {int(tried)} är jämförda med en beräknad "
            f"siffra, {int(left)} hör inte till någon och får läsas."
        )
    texts.append("Bokföringen, avtal och beslut prövas aldrig av programmet.")
    return PaperPart("Vad programmet inte kunde pröva", "ejprovat", tuple(texts), tuple(points))
