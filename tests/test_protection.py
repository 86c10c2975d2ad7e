"""Protected numbers: an attacker who reads all that is told finds no masked number, in whatever tab it stands."""

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attacker import other_worlds
from pdfs import written
from random_participants import YEAR, Told, key, random_set
from small_underlag import Values, examined, findings, small

from generator.figures.masking import KnownSum, protected
from generator.figures.table import MASKED
from generator.findings.finding import Severity
from generator.ground.names import slug
from generator.ground.source import Source
from generator.model.association import Association
from generator.model.registers import OutlineBlock
from generator.model.rows import Entry, Row
from generator.model.underlag import Underlag
from generator.pipeline import edition, examine
from generator.subjects.charts.rows import ChartRow
from generator.subjects.free_tables.rows import FreeRow, FreeTable
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_texts import InsatsText
from generator.subjects.participants.rows import Participants, ParticipantShare, ParticipantTable
from generator.subjects.protection.figures import protection
from generator.subjects.surveys.rows import ResponseRate
from generator.view.parts import ChartView, ContentView, ReportView
from generator.view.report_view import report_view

LIMIT = 5
LARGEST = 80
"""Of numbers in a set; ``script/attack`` tries the larger ones too."""

NAME = "Deltagare efter insats"


def underlag_of(told: Told, layout: str = "") -> Values:
    """Fill a workbook with a set of tables, with all that shows them: shares, a diagram, fact sheets, a text."""
    values = small() | told.rows
    tables = {row["table"] for row in told.rows[Participants]}
    values[ParticipantTable] = [{"name": name, "shares": True} for name in sorted(tables)]
    values[ParticipantShare] = [share for name in sorted(tables) for share in shares_of(name, told)]
    values[ChartRow] = [{"name": "Insatser", "table": NAME, "columns": "Totalt"}]
    for content in ("Deltagare", "Diagram", "Faktablad"):
        values[OutlineBlock].append({"level": 1, "heading": content, "content": content})
        values[OutlineBlock][-1] |= {"layout": layout} if content == "Deltagare" else {}
    return values


def shares_of(name: str, told: Told) -> Iterator[dict[str, Any]]:
    """Shares of one row, and of two together, in another row and in all of a table."""
    rows = list(dict.fromkeys(row["category"] for row in told.rows[Participants] if row["table"] == name))
    if any("women" in row for row in told.rows[Participants] if row["table"] == name):
        yield {"table": name, "name": "Andel kvinnor", "parts": "kvinnor"}
    for parts, base in ((rows[:1], ""), (rows[:2], rows[-1]), (rows[1:], "; ".join(rows))):
        yield {"table": name, "name": f"{len(parts)} i {base}", "parts": "; ".join(parts), "base": base}


def in_memory(told: Told, limit: int) -> Underlag:
    """The same rows as an underlag, without the workbook."""
    about = {"name": "Provet", "year": YEAR, "state": "utkast", "smallest_count": limit}
    rows: Mapping[type[Row], Sequence[Mapping[str, Any]]] = {Association: [about], **told.rows}
    entries = {
        model: tuple(Entry(model.model_validate(row), Source(), {}, Decimal(1)) for row in each)
        for model, each in rows.items()
    }
    return Underlag(entries, {}, ())


def masked_in(told: Told, limit: int = LIMIT) -> frozenset[str]:
    return frozenset(f"{code}@{year}" for year, code in protection(in_memory(told, limit)).masked)


@pytest.mark.parametrize("first", range(0, 100, 10))
def test_an_attacker_finds_no_masked_number(first: int) -> None:
    """Solving all tables together leaves at least two numbers for each that is masked; none that is small is told."""
    sets = [told for seed in range(first, first + 10) if len((told := random_set(seed)).numbers) < LARGEST]
    assert sets
    for told in sets:
        hidden = masked_in(told)
        assert {each for each, number in told.numbers.items() if 0 < number < LIMIT} <= hidden
        assert not [each for each in hidden if not any(other_worlds(hidden, told.equations, each, told.numbers))]


@pytest.mark.parametrize(
    ("seed", "layout"),
    [(0, ""), (1, "kategorier i kolumner"), (7, "kategorier i kolumner, bara totalt"), (7, "bara i år")],
)
def test_no_output_tells_what_is_masked(seed: int, layout: str) -> None:
    """Tables, diagrams, their alternatives, fact sheets and JSON say one thing: the number, or the sign and nothing."""
    told = random_set(seed)
    made, view = outputs_of(underlag_of(told, layout))
    figures = {each["key"]: each for each in made["figures"]}
    hidden = masked_in(told)
    assert hidden == {each for each in told.numbers if figures[each]["state"] == "masked"}
    assert not [each for each in hidden if figures[each]["value"] or figures[each]["operands"]]
    for figure in figures.values():
        made_of = {part["figure"] for part in figure["operands"]} & hidden
        assert not made_of or figure["state"] == "masked", figure["key"]
    cells = [cell for table in made["tables"] for line in table["rows"] for cell in line["cells"]]
    assert {cell["text"] for cell in cells if cell["figure"] in hidden} == {MASKED}
    masked = {key for key, figure in figures.items() if figure["state"] == "masked"}
    assert {cell["text"] for cell in cells if cell["figure"] in masked} == {MASKED}
    assert [each for each in masked if ".shares_." in each]
    for block in view.blocks:
        if isinstance(block.content, ChartView):
            (series,) = block.content.series
            for name, point in zip(block.content.categories, series.points, strict=True):
                assert (point.text == MASKED) is (key(NAME, name, "total") in hidden) is not point.there
                read = point.text if point.there else "skyddas"
                assert f"{name}: {read}" in block.content.alternative
        if isinstance(block.content, ContentView):
            sheet = "".join(texts_of(block.content.parts["fields"]))
            reached = f"insats.{slug(block.heading)}.reached@{YEAR}"
            assert f"utfall {MASKED if reached in hidden else told.numbers[reached]}" in sheet


def outputs_of(values: Values) -> tuple[dict[str, Any], ReportView]:
    examination = examined(values)
    return json.loads(edition(examination)), report_view(examination.whole)


def texts_of(part: object) -> Iterator[str]:
    """All texts of a view, whatever they stand in."""
    match part:
        case str():
            yield part
        case Mapping():
            yield from (text for each in part.values() for text in texts_of(each))
        case tuple():
            yield from (text for each in part for text in texts_of(each))
        case _ if is_dataclass(part):
            yield from (text for each in fields(part) for text in texts_of(getattr(part, each.name)))


def table(name: str, *rows: tuple[str, int, int]) -> list[dict[str, Any]]:
    return [{"table": name, "category": row, "year": YEAR, "women": women, "men": men} for row, women, men in rows]


def masked_of(*rows: Mapping[str, Any], insatser: Sequence[Mapping[str, Any]] = (), limit: int = LIMIT) -> set[str]:
    told = Told()
    told.rows = {Participants: [dict(row) for row in rows], Insats: [dict(row) for row in insatser]}
    return {each.removeprefix("participants.").removesuffix(f"@{YEAR}") for each in masked_in(told, limit)}


def test_a_table_that_breaks_down_a_row_of_another_does_not_tell_it() -> None:
    """X 6 and 7 beside Y 3 and 10: X by age has the same sums, and they would tell X, and so Y."""
    both = masked_of(
        *table("Insats", ("X", 6, 7), ("Y", 3, 10)), *table("X efter ålder", ("Unga", 6, 0), ("Äldre", 0, 7))
    )
    assert {"insats.x.women", "insats.y.women", "x_efter_ålder.women", "x_efter_ålder.unga.women"} <= both
    unlike = masked_of(*table("Insats", ("X", 6, 7), ("Y", 3, 10)), *table("Ålder", ("Unga", 9, 8), ("Äldre", 40, 7)))
    assert not {each for each in unlike if each.startswith("ålder")}, "other persons"


def test_the_register_does_not_tell_what_a_table_hides() -> None:
    rows = table("Insats", ("Alfa", 1, 2), ("Beta", 30, 17), ("Gamma", 20, 22))
    register = [{"key": "Alfa", "reached": "3", "planned": "50"}, {"key": "Beta", "reached": "47"}]
    hidden = masked_of(*rows, insatser=register)
    assert {"insats.alfa.total", "insats.alfa.reached"} <= hidden
    assert ("insats.beta.total" in hidden) is ("insats.beta.reached" in hidden)


def test_a_small_count_in_the_register_alone_is_masked_with_what_is_made_of_it() -> None:
    values = small()
    values[Insats] = [{"key": "Alfa", "planned": "50", "reached": "3", "activity": "Kansli"}]
    values[OutlineBlock].append({"level": 1, "heading": "Faktablad", "content": "Faktablad", "layout": "tabell"})
    made, view = outputs_of(values)
    state = {
        each["key"].partition("@")[0]: each["state"] for each in made["figures"] if each["key"].startswith("insats.")
    }
    hidden = ("reached", "lacking", "lacking_share", "cost_per_participant")
    assert {state[f"insats.alfa.{each}"] for each in hidden} == {"masked"}
    texts = "".join(map(str, texts_of(view)))
    assert all(each in texts for each in (".., planerat 50", ".. betyder att antalet skyddas: färre än 5\xa0personer"))


@pytest.mark.parametrize("limit", [pytest.param(3, marks=pytest.mark.slow), 5])
def test_the_choice_itself_tells_nothing(limit: int) -> None:
    """Of all tables of two rows with small numbers, none is the only one that leads to what is shown of it."""
    alike: dict[object, list[dict[tuple[str, str], int]]] = {}
    for numbers in itertools.product(range(6), repeat=4):
        counts = table_of(numbers)
        hidden = protected(counts, SUMS, limit)
        shown = frozenset(each for each in counts.items() if each[0] not in hidden)
        alike.setdefault((hidden, shown), []).append(counts)
    for (hidden, _), tables in alike.items():  # type: ignore[misc] # of two
        # A table of larger numbers than were tried may be the other one.
        if max(max(each.values()) for each in tables) < 10:
            assert all(len({each[cell] for each in tables}) > 1 for cell in hidden), (hidden, tables)


def table_of(numbers: Sequence[int]) -> dict[tuple[str, str], int]:
    counts = dict(zip(itertools.product("ab", "wm"), numbers, strict=True))
    counts |= {(row, "t"): counts[row, "w"] + counts[row, "m"] for row in "ab"}
    return counts | {("*", sex): counts["a", sex] + counts["b", sex] for sex in "wmt"}


SUMS = [KnownSum(((row, "w"), (row, "m")), (row, "t")) for row in "ab*"]
SUMS += [KnownSum((("a", sex), ("b", sex)), ("*", sex)) for sex in "wmt"]


def test_where_too_much_would_have_to_be_tried_all_is_masked_but_what_is_nought() -> None:
    told = Told()
    for number in range(10):
        sizes = [(row * 7 + number) % 9 for row in range(29)]
        rows = {f"Grupp {row}": (size, size // 2) for row, size in enumerate(sizes)}
        women, men = (300 - sum(each[sex] for each in rows.values()) for sex in (0, 1))
        told.table(f"Tabell {number}", rows | {"Övriga": (women, men)})
    assert masked_in(told) == {each for each, size in told.numbers.items() if size}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_typed_does_not_change_what_is_masked(seed: int) -> None:
    told = random_set(seed)
    hidden = masked_in(told)
    for rows in told.rows.values():
        rows.sort(key=repr)
    assert masked_in(told) == hidden


OWN = {"name": "Deltagare per insats", "unit": "antal"}


def with_own_table(*rows: dict[str, Any], about: Mapping[str, Any] = OWN, state: str = "utkast") -> Values:
    """Alfa with 3 participants, 1 woman and 2 men, in Deltagare, beside a table of the association's own."""
    values = small(state=state)
    values[Participants] = table(NAME, ("Alfa", 1, 2), ("Beta", 30, 17), ("Gamma", 22, 41))
    values[FreeTable] = [dict(about)]
    values[FreeRow] = [{"table": about["name"]} | row for row in rows]
    for content in ("Deltagare", "Egen tabell"):
        values[OutlineBlock].append({"level": 1, "heading": content, "content": content})
    return values


HEADS = {"kind": "kolumner", "value_1": "Antal"}
BY_SEX = {"kind": "kolumner", "value_1": "Kvinnor", "value_2": "Män"}
BY_INSATS = {"kind": "kolumner", "value_1": "Alfa", "value_2": "Beta"}


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        (({**HEADS}, {"label": "Alfa", "value_1": 3}, {"label": "Beta", "value_1": 128}), "E6"),
        (({**BY_SEX}, {"label": "Alfa", "value_1": 1, "value_2": 50}), "E6"),
        (({**BY_INSATS}, {"label": "Kvinnor", "value_1": 9, "value_2": 12}, {"label": "Män", "value_1": 2}), "E7"),
        (({**HEADS, "value_1": "Antal deltagare 2020"}, {"label": "Alfa", "value_1": 3}), "E6"),
        (({**HEADS}, {"label": "Alfa", "value_1": "3"}), "E6"),
    ],
)
def test_an_own_table_that_tells_a_masked_number_is_told_of(rows: tuple[dict[str, Any], ...], cell: str) -> None:
    finding = findings(with_own_table(*rows))["protected_in_table"]
    assert finding.place.cell == cell
    assert finding.severity is Severity.WARNING
    final = findings(with_own_table(*rows, state="slutlig"))["protected_in_table"]
    assert final.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("about", "rows"),
    [
        (OWN, ({**HEADS}, {"label": "Alfa", "value_1": 4}, {"label": "Delta", "value_1": 3})),
        (OWN, ({**HEADS, "value_1": "Antal möten"}, {"label": "Alfa", "value_1": 3})),
        (OWN, ({**HEADS, "value_1": "Planerat"}, {"label": "Alfa", "value_1": 3})),
        (OWN, ({**HEADS, "value_1": "2019"}, {"label": "Alfa", "value_1": 3})),
        (OWN, ({**BY_SEX}, {"label": "Alfa", "value_2": 1})),
        ({"name": "Möten per insats"}, ({**HEADS}, {"label": "Alfa", "value_1": 3})),
        ({"name": "Kostnader", "unit": "tkr"}, ({**HEADS, "value_1": "2020"}, {"label": "Alfa", "value_1": 3})),
        ({"name": "Personal"}, ({**HEADS, "value_1": "Årsarbetare"}, {"label": "Alfa", "value_1": 3})),
    ],
)
def test_an_own_table_of_something_else_is_left_alone(about: dict[str, Any], rows: tuple[dict[str, Any], ...]) -> None:
    assert "protected_in_table" not in findings(with_own_table(*rows, about=about))


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("I Alfa deltog tre personer.", True),
        ("Alfa hade 3 deltagare.", True),
        ("Av deltagarna i Alfa var en kvinna och två män.", True),
        ("Antalet deltagare i Alfa var 3.", True),
        ("I Alfa deltog några få, i Gamma 63 personer.", False),
        ("Deltagarna i Alfa hade tre möten.", False),
        ("Under 2019 hade Alfa 3 deltagare.", False),
        ("Alfa pågick i 3 månader med nya deltagare.", False),
        ("Delta hade 3 deltagare.", False),
        ("Kostnaden för deltagarna i Alfa ökade med 3 procent.", False),
    ],
)
def test_a_sentence_that_tells_a_masked_number_is_told_of(sentence: str, is_told: bool) -> None:  # noqa: FBT001
    values = with_own_table({**HEADS}, {"label": "Delta", "value_1": 8})
    assert ("protected_in_text" in findings(values, f"# Deltagare\n\n{sentence}\n")) is is_told


def with_insatser(sentence: str, insats: str = "Alfa", **more: Any) -> Values:
    values = with_own_table({**HEADS}, {"label": "Delta", "value_1": 8}, **more)
    values[Insats] = [{"key": "Alfa", "other_names": "Alfagruppen"}, {"key": "Beta"}, {"key": "Delta"}]
    values[InsatsText] = [{"insats": insats, "text": f"Insatsen är ny. {sentence}"}]
    return values


@pytest.mark.parametrize(
    ("sentence", "insats", "is_told"),
    [
        ("Under året deltog 3 unga, 1 kvinna och 2 män.", "Alfa", True),
        ("Av deltagarna var två män.", "Alfa", True),
        ("Av deltagarna var två män.", "Alfagruppen", True),
        ("Antalet deltagare var 47, 30 kvinnor och 17 män.", "Beta", True),
        ("Antalet deltagare var 63, 22 kvinnor och 41 män.", "Gamma", False),
        ("Under året deltog 3 unga, 1 kvinna och 2 män.", "Delta", False),
        ("Tillsammans med Delta deltog 3 personer.", "Alfa", False),
        ("Deltagarna hade 3 möten, och 2 män ur personalen slutade 2019.", "Alfa", False),
    ],
)
def test_a_sentence_is_about_the_insats_of_its_row(sentence: str, insats: str, is_told: bool) -> None:  # noqa: FBT001
    assert ("protected_in_text" in findings(with_insatser(sentence, insats))) is is_told
    if is_told:
        final = findings(with_insatser(sentence, insats, state="slutlig"))
        assert final["protected_in_text"].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("# Deltagare\n\n## Alfa\n\nUnder året deltog tre personer.\n", True),
        ("# Deltagare\n\n## Alfa\n\n### Unga\n\nUnder året deltog tre personer.\n", True),
        ("# Deltagare\n\n## Alfa\n\nIngen.\n\n## Delta\n\nUnder året deltog tre personer.\n", False),
        ("# Deltagare\n\n## Alfa 2019\n\nUnder året deltog tre personer.\n", False),
    ],
)
def test_a_sentence_is_about_what_its_headings_name(text: str, is_told: bool) -> None:  # noqa: FBT001
    values = with_own_table({**HEADS}, {"label": "Delta", "value_1": 8})
    assert ("protected_in_text" in findings(values, text)) is is_told


@pytest.mark.parametrize("in_file", [True, False])
@pytest.mark.parametrize(("heading", "is_told"), [("Alfa", True), ("Delta", False)])
def test_a_sentence_is_about_what_the_outline_names(heading: str, is_told: bool, in_file: bool) -> None:  # noqa: FBT001
    values = with_own_table({**HEADS}, {"label": "Delta", "value_1": 8})
    told = "Under året deltog tre personer."
    below = {"level": 2, "heading": "Vilka som kom", "text": "" if in_file else told}
    values[OutlineBlock] += [{"level": 1, "heading": heading, "text": "Insatsen är ny."}, below]
    found = findings(values, f"# Vilka som kom\n\n{told}\n" if in_file else "")
    assert ("protected_in_text" in found) is is_told


@pytest.mark.parametrize(("reached", "is_told"), [("3 av 50", True), ("alla nya", False), ("128", False), ("3", False)])
def test_a_small_count_among_words_is_told_of(reached: str, is_told: bool) -> None:  # noqa: FBT001
    values = small()
    values[Insats] = [{"key": "Alfa", "reached": reached}]
    assert ("protected_beside_words" in findings(values)) is is_told


def test_a_count_that_last_years_report_masked_is_not_told_this_year(tmp_path: Path) -> None:
    """Last year a table masked Beta, beside Alfa's 3 of the year; this year's table of the years tells Beta's."""
    last, this = small(), small()
    last[Participants] = table(NAME, ("Alfa", 1, 2), ("Beta", 30, 17))
    this[Association][0]["year"] = YEAR + 1
    this[Participants] = table(NAME, ("Beta", 30, 17), ("Gamma", 22, 41))
    for folder, values in (("last", last), ("this", this)):
        (tmp_path / folder).mkdir()
        written(values, tmp_path / folder)
    (tmp_path / "this" / "fjol.json").write_bytes(edition(examine(tmp_path / "last")))
    told = [finding for finding in examine(tmp_path / "this").findings if finding.code == "protected_last_year"]
    assert {finding.values["label"] for finding in told} == {
        f"{NAME}, Beta, {sex}" for sex in ("kvinnor", "män", "totalt")
    }


def test_too_few_who_answered_are_masked_with_what_is_made_of_them() -> None:
    values = small()
    values[ResponseRate] = [
        {"group": "Deltagare", "asked": 12, "answers": 3},
        {"group": "Personal", "asked": 20, "answers": 18},
    ]
    made, _ = outputs_of(values)
    states = {each["key"]: each["state"] for each in made["figures"] if each["key"].startswith("response.")}
    hidden = {each.removesuffix(f"@{YEAR}") for each, state in states.items() if state == "masked"}
    few = {f"response.{group}.{part}" for group in ("deltagare", "total") for part in ("answers", "missing", "share")}
    assert hidden == few
