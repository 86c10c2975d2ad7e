"""Marks in texts: what works, what is printed as it was typed, what is told; and that no word is ever lost."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from html import unescape
from pathlib import Path

import pytest
from fifth_report import fifth_report
from hypothesis import given, settings, strategies
from small_underlag import Values, cost, examined, findings, small

from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.ground.names import Name
from generator.ground.source import Source
from generator.ground.year_marks import with_years
from generator.json_edition.write import as_bytes, edition_of
from generator.model.amounts import IncomeOrCost
from generator.model.registers import OutlineBlock
from generator.model.rows import Row, columns
from generator.model.text_kinds import CELL, COLUMN_HEAD, FILE, IN_TABLE, NAME, TEXT_KINDS, Mark, TextKind
from generator.subjects.charts.rows import ChartRow
from generator.subjects.free_tables.rows import FreeTable
from generator.subjects.overview.rows import KeyFigure
from generator.subjects.participants.rows import ParticipantTable
from generator.texts.cells import markdown_of
from generator.texts.comments import without_comments
from generator.texts.files import read_texts
from generator.texts.items import item
from generator.texts.judge import judge
from generator.texts.text import SourcedText, text_in_cell
from generator.view.prose import ProseContext, prose_html
from generator.view.report_view import report_view
from generator.view.words import Words, without_written, written_notes


def html(markdown: str) -> str:
    """What is printed, without the ends of lines that mean nothing."""
    return re.sub(r"\n(?=<)|(?<=>)\n", "", prose_html(markdown, ProseContext()))


def in_file(text: str) -> SourcedText:
    lines = text.split("\n")
    return SourcedText(tuple(lines), tuple(Source(row=row) for row in range(1, len(lines) + 1)))


def told(text: str) -> list[tuple[str, int]]:
    """The rule and the line of each finding in a text of a file."""
    return [(finding.code, place.row) for finding in judge(in_file(text), None, Path()) for place in finding.subjects]


def points(*marked: tuple[str, str]) -> str:
    return "".join(f'<li style="list-style-type: &quot;{mark} &quot;">{text}</li>' for mark, text in marked)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1. ett\n2. två", "<ol><li>ett</li><li>två</li></ol>"),
        ("3. tre\n4. fyra", f'<ol start="3">{points(("3.", "tre"), ("4.", "fyra"))}</ol>'),
        ("1. ett\n1. också", f"<ol>{points(('1.', 'ett'), ('1.', 'också'))}</ol>"),
        ("1) ett\n2) två", f"<ol>{points(('1)', 'ett'), ('2)', 'två'))}</ol>"),
        ("a) ett\nb) två", f"<ol>{points(('a)', 'ett'), ('b)', 'två'))}</ol>"),
        ("▪ ett\n▪ två", f"<ul>{points(('▪', 'ett'), ('▪', 'två'))}</ul>"),
        ("• ett\n•\ttvå", "<ul><li>ett</li><li>två</li></ul>"),
        ("-\u00a0ett\n-\u00a0två", "<ul><li>ett</li><li>två</li></ul>"),
        ("a) ett\n   - under\nb) två", None),
        ("Vi gjorde:\n– ett\n– två", "<p>Vi gjorde:<br>– ett<br>– två</p>"),
        ("→ ett\n→ två", f"<ul>{points(('→', 'ett'), ('→', 'två'))}</ul>"),
        ("➢ ett\n- två", f"<ul>{points(('▸', 'ett'))}<li>två</li></ul>"),
        ("Vi gjorde:\nI. ett\nII. två\n-> tre", "<p>Vi gjorde:<br>I. ett<br>II. två<br>-&gt; tre</p>"),
        ("- ett\n  2. två\n  b) tre", "<ul><li>ett<br>2. två<br>b) tre</li></ul>"),
        ("* ett\n+ två\n+ tre", "<ul><li>ett<br>+ två<br>+ tre</li></ul>"),
        ("- Samverkan\n– det svåra – är", "<ul><li>Samverkan\n– det svåra – är</li></ul>"),
        ("Samverkan\n– det svåra – är", "<p>Samverkan\n– det svåra – är</p>"),
        ("31. december 2020 var sista dagen.", "<p>31. december 2020 var sista dagen.</p>"),
        ("- 2. december\n- 31. december", "<ul><li>2. december</li><li>31. december</li></ul>"),
        ("5*3*2 är 30", "<p>5*3*2 är 30</p>"),
        ("ett<br>två", "<p>ett<br>två</p>"),
        ("[Ordförande]: Anna", "<p>[Ordförande]: Anna</p>"),
        (
            "![Två](min bild (1).png ”Text”)",
            '<figure><img src="min%20bild%20(1).png" alt="Två"><figcaption>Text</figcaption></figure>',
        ),
        (item("iv.", "fyra") + "\n" + item("v.", "fem"), f"<ol>{points(('iv.', 'fyra'), ('v.', 'fem'))}</ol>"),
    ],
)
def test_a_text_file_says_the_number_and_the_sign_that_were_typed(text: str, printed: str | None) -> None:
    made = html(text)
    assert printed is None or made == printed
    assert "\ufdd0" not in made


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("> 90 procent", "<p>&gt; 90\u00a0procent</p>"),
        ("# 1 i länet", "<p># 1 i länet</p>"),
        ("- inget", "<p>- inget</p>"),
        ("* stjärna", "<p>* stjärna</p>"),
        ("+ 3 procent", "<p>+ 3\u00a0procent</p>"),
        ("= 5", "<p>= 5</p>"),
        ("2. december", "<p>2. december</p>"),
        ("1) ensam", "<p>1) ensam</p>"),
        ("---", "<p>---</p>"),
        ("***", "<p>***</p>"),
        ("ett\ntvå", "<p>ett<br>två</p>"),
        ("• ett\n• två\nslut", "<ul><li>ett</li><li>två</li></ul><p>slut</p>"),
        ("– ett\n– två", "<p>– ett<br>– två</p>"),
        ("- ett\n  mer\n- två", "<ul><li>ett<br>mer</li><li>två</li></ul>"),
        ("• ett\n 2. två", '<ul><li>ett</li></ul><ol start="2">' + points(("2.", "två")) + "</ol>"),
        ("• ett\n    2. två\n• tre", f'<ul><li>ett<ol start="2">{points(("2.", "två"))}</ol></li><li>tre</li></ul>'),
        (
            "a) ett\n  - två\n    + tre\n    4. fyra",
            "<ol>"
            + points(("a)", f'ett<ul><li>två<br>+ tre<ol start="4">{points(("4.", "fyra"))}</ol></li></ul>'))
            + "</ol>",
        ),
        ("* ett\n+ två\n* tre", "<p>* ett<br>+ två<br>* tre</p>"),
        ("Rubrik\n===\n> citat\n# nej", "<p>Rubrik<br>===<br>&gt; citat<br># nej</p>"),
        ("a | b\n--- | ---\n1 | 2", "<p>a | b<br>--- | ---<br>1 | 2</p>"),
        ("[a]: https://a.se", "<p>[a]: https://a.se</p>"),
        ("Se [ord][1].\n\n[1]: https://a.se", '<p>Se <a href="https://a.se">ord</a>.</p>'),
        ("&amp; och \\\\server\\mapp", "<p>&amp;amp; och \\\\server\\mapp</p>"),
        ("    **fet**", '<p class="leads"><strong>fet</strong></p>'),
        ("5 * 3 och *kursiv*", "<p>5 * 3 och <em>kursiv</em></p>"),
    ],
)
def test_a_cell_is_printed_as_it_is_shown(shown: str, printed: str) -> None:
    assert html(markdown_of(shown)) == printed


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Text.\n\n#Rubrik utan\n\nText.", 3),
        ("Rubrik\n======", 2),
        ("Rubrik\n------", 2),
        ("Ett ~~struket~~ ord", 1),
        ("Ett ** fett ** ord", 1),
        ("Ett **fett ** ord", 1),
        ("Ett\n**fett ord", 2),
        ("Ett _kursivt ord", 1),
        ("Ett *kursivt * ord", 1),
        ("Ett `ord", 1),
        ("Ett `kod` ord", 1),
        ("```\nkod\n```", 1),
        ("- [x] klart", 1),
        ("Ord^[not utan slut", 1),
        ("Ord[^en not]", 1),
        ("![bild](utan slut", 1),
        ("Se [orden](https://a.se/min fil)", 1),
        ("Se [orden][1]", 1),
        ("| a | b |\n| c | d |", 1),
        ("::: ruta", 1),
        ("Ett ==märkt== ord", 1),
        ("$$x$$", 1),
        ("$x^2$", 1),
        (":smile: sa hon", 1),
        ("Ord\n: vad det är", 2),
        ("\\newpage", 1),
        ("Ord^[en `not`]", 1),
        ("-ett\n-två", 1),
        ("*ett\n*två", 1),
        ("1.ett\n2.två", 1),
        ("Namn\tAntal\nKil\t5", 1),
        ("Namn | Antal\nKil | 5", 1),
        ("[TOC]", 1),
        ("Ord {#id}", 1),
        ("####### sju", 1),
        ("Ord {width=50%}", 1),
        ("Ett ^upp^ ord", 1),
        ("Ett ++nytt++ ord", 1),
        ("Ett __halvt ord", 1),
        ("Ord\n\n====", 3),
    ],
)
def test_a_mark_that_leads_to_nothing_is_told_with_its_line(text: str, line: int) -> None:
    assert told(text)[0] == ("text_mark_left", line)


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 * 2 = 30, 5*3 och 100 % *",
        "*) Avser 2019. **) Avser 2018.",
        "Intäkter* och kostnader** hör ihop***",
        "snake_case_names och C# enligt § 9:13 kl. 10:30:00",
        "info@exempel.se och https://www.exempel.se/a_b_c~d#e",
        "***",
        "#1 i länet, och #metoo-uppropet ledde till en lång diskussion om hur vi arbetar.",
        "Det kostar 5 $ eller 10 $, se [sic] och (a) till (c).",
        "2 < 3 > 1 och a = b == c",
        "\\*\\*inte fet\\*\\* och \\# inte rubrik",
        "Datum ______ Namn ______",
        "C++ och Java++, 5 ^ 2 och {a} eller {a = b}",
        "**fet**, *kursiv*, [länk](https://a.se) och ord^[en not].",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
    ],
)
def test_ordinary_prose_gives_no_alarm(text: str) -> None:
    assert [code for code, _ in told(text) if code == "text_mark_left"] == []


SAMPLES = {
    Mark.BOLD: ("**Qx**", "<strong>Qx</strong>"),
    Mark.LINE: ("Ett  \nQx", "<br>"),
    Mark.LIST: ("- Ett\n- Qx", "<ul>"),
    Mark.NOTE: ("Ett^[Qx]", "<note"),
    Mark.LINK: ("[Qx](https://a.se)", '<a href="https://a.se">Qx</a>'),
    Mark.PICTURE: ("![Qx](bild.png)", "<img"),
    Mark.QUOTE: ("> Qx", "<blockquote>"),
    Mark.HEADING: ("## Qx", "run-in"),
    Mark.TABLE: ("| Qx |\n| --- |\n| b |", "<table"),
    Mark.RULE: ("Qx\n\n---", "<hr>"),
    Mark.YEAR: ("Qx {{ år }} ({{ fg år }})", "2020 (2019)"),
}
WRITERS: Mapping[TextKind, Callable[[str], str]] = {
    FILE: html,
    CELL: lambda text: html(markdown_of(text)),
    IN_TABLE: lambda text: str(Words().shown(text)),
    COLUMN_HEAD: lambda text: with_years(text, 2020),
    NAME: str,
}


@pytest.mark.parametrize("mark", [mark for mark in Mark if mark is not Mark.REFERENCE])
@pytest.mark.parametrize("kind", TEXT_KINDS, ids=lambda kind: kind.name)
def test_a_mark_works_where_the_handbook_says_so_and_is_printed_as_typed_elsewhere(mark: Mark, kind: TextKind) -> None:
    typed, works = SAMPLES[mark]
    made = WRITERS[kind](typed)
    assert (works in made) == (mark in kind.marks)
    assert "Qx" in made


def test_a_note_is_no_part_of_a_name_and_is_written_once_in_a_table() -> None:
    assert Name("Medlemsbidrag^[Varav [en] del.]") == "medlemsbidrag"
    words = Words()
    first, again = (
        words.shown("Löner & arvoden^[Med *sociala* avgifter.]"),
        words.shown("Löner^[Med *sociala* avgifter.]"),
    )
    assert first.startswith("Löner &amp; arvoden<a ")
    assert "<em>sociala</em>" in first
    assert again == 'Löner<a class="footnote-again" href="#n1" data-words="Med sociala avgifter.">1</a>'
    assert (without_written(first), written_notes(first)) == ("Löner & arvoden", ("Med sociala avgifter.",))
    assert words.moved("2020^[Ej *reviderat*.]") == ("2020: Ej <em>reviderat</em>.",)


BELOW: tuple[tuple[type[Row], str], ...] = (
    (FreeTable, "note"),
    (KeyFigure, "definition"),
    (ParticipantTable, "source"),
    (ParticipantTable, "note"),
    (ChartRow, "source"),
)
"""What stands below tables and diagrams."""


def _with_a_note_in_every_text() -> tuple[Values, dict[str, tuple[type[Row], TextKind]]]:
    """A report that fills many tabs, with a note in the last text of each column, and of what kind each text is."""
    values = {model: [dict(row) for row in rows] for model, rows in fifth_report().items()}
    for model, field in BELOW:
        values[model][0].setdefault(field, "Så är det")
    kinds: dict[str, tuple[type[Row], TextKind]] = {}
    for model, rows in values.items():
        for column in columns(model):
            filled = [row for row in rows if isinstance(row.get(column.name), str) and row[column.name]]
            if filled and column.name not in model.unprinted and not column.kind.choices:
                note = f"unik{len(kinds)}x"
                filled[0][column.name] += f"^[{note}]"
                kinds[note] = (model, column.kind.text_kind)
    return values, kinds


def test_a_note_in_any_text_of_any_tab_is_printed_as_one_or_told() -> None:
    values, kinds = _with_a_note_in_every_text()
    report = examined(values)
    assert report.whole
    told = " ".join(message(finding).what for finding in report.findings if finding.code in NOTES_TOLD)
    texts = list(_texts(report_view(report.whole)))
    edition = as_bytes(edition_of(report.whole, report_view(report.whole), "")).decode()
    assert len(kinds) > 40
    for note, (model, kind) in kinds.items():
        if Mark.NOTE not in kind.marks:
            assert note in told
        elif note not in told:
            assert any(note in text for text in texts)
            assert [text for text in texts if f"^[{note}" in text] == []
            assert note in edition or kind is CELL or model is ChartRow  # running texts and diagrams are not in JSON
            assert f"^[{note}" not in edition


NOTES_TOLD = {"text_note_place", "note_not_shown"}


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        yield from (text for each in fields(part) for text in _texts(getattr(part, each.name)))
    elif isinstance(part, Mapping):
        yield from (text for each in part.values() for text in _texts(each))
    elif isinstance(part, tuple):
        yield from (text for each in part for text in _texts(each))


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("note_row", "Löner **alla**", "text_mark_place"),
        ("note_row", "[Löner](https://a.se)", "text_mark_place"),
        ("note_row", "Löner {{ soliditet }}", "text_mark_place"),
        ("note_row", "Löner &amp; <b>mer</b>", "text_mark_place"),
        ("note_row", "Löner^[utan slut", "text_mark_place"),
        ("note_row", "Löner^[med {{ okänt_namn }}]", "text_figure_unknown"),
        ("note_row", "Löner*, arvoden** och 5 * 3 [sic] a_b_", ""),
        ("activity", "Kansli^[not]", "text_note_place"),
    ],
)
def test_a_mark_that_does_not_work_in_a_short_cell_is_told(field: str, typed: str, code: str) -> None:
    values = small()
    values[IncomeOrCost][1][field] = typed
    marks = {"text_mark_place", "text_note_place", "text_figure_unknown", "note_not_shown"}
    assert marks & set(findings(values)) == ({code} if code else set())


def test_a_heading_in_a_cell_is_told() -> None:
    values = small()
    values[OutlineBlock][0]["text"] = "Inga.\n\n## Efter årets slut\n\nInga."
    assert "text_mark_place" in findings(values)


def test_a_note_in_a_row_that_is_named_in_another_cell_is_told() -> None:
    values = small()
    values[IncomeOrCost].append(cost("Löner^[Av två slag.]", "0.00", "0.00"))
    assert "note_not_shown" in findings(values)


def test_a_note_in_its_call_is_set_as_all_words_are() -> None:
    made = html('Ord^[5 \\* 3 är "15", -405 kr & &amp;]')
    assert ">5 * 3 är ”15”, \u2212405\u00a0kr &amp; &amp;</note>" in made


def test_a_row_with_more_cells_than_the_table_is_an_error() -> None:
    assert told("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n| 1 |\n| 1 \\| 2 | 3 |") == [("text_table_row", 3)]


@pytest.mark.parametrize("mark", ["- ", "> ", ">", "1. ", "- > "])
def test_words_in_more_lists_than_anybody_means_are_printed(mark: str) -> None:
    assert "Qx" in html(f"{mark * 40}Qx")
    assert "Qx" in html("\n".join(f"{' ' * (2 * depth)}{mark}{depth}" for depth in range(60)) + " Qx")


def test_an_address_that_no_link_uses_is_told(tmp_path: Path) -> None:
    links = "[a]: https://a.se\n[b]: https://b.se\n[a]: https://c.se\n[c]: inget"
    (tmp_path / "texter.md").write_text(f"# Ett\n\n[ord][a]\n\n# Två\n\nText\n\n{links}\n", "utf-8")
    _, findings = read_texts(tmp_path)
    assert [(finding.code, finding.place.row) for finding in findings] == [
        ("text_link_unused", 10),
        ("text_link_unused", 11),
    ]
    assert told('[ord](https://a.se "titeln")') == [("text_link_title", 1)]


def test_a_comment_is_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "texter.md").write_text("# Rubrik\n\nText <!-- fråga\n# revisorn --> slut.\n\n<!-- öppen\n", "utf-8")
    (sections,), findings = read_texts(tmp_path)
    assert [(finding.code, finding.place.row, finding.values["found"]) for finding in findings] == [
        ("text_comment", 3, "fråga # revisorn")
    ]
    assert [section.heading for section in sections] == ["Rubrik"]
    assert "revisorn" not in sections[0].text.markdown
    assert "<!-- öppen" in sections[0].text.markdown


PIECES = (
    *(
        "# ",
        "#",
        "- ",
        "* ",
        "+ ",
        "> ",
        "1. ",
        "3) ",
        "b) ",
        "• ",
        "→ ",
        "2020. ",
        "    ",
        "\t",
        "| ",
        " | ",
        "\n",
        "\n\n",
    ),
    *(
        "**",
        "*",
        "_",
        "~~",
        "`",
        "^[",
        "]",
        "[",
        "](",
        ")",
        "[^1]",
        "[^1]: ",
        "![",
        "<br>",
        "<b>",
        "==",
        "::: ",
        "\n---\n",
    ),
    *(
        "\n===\n",
        "\n| --- | --- |\n",
        "&amp;",
        "\\",
        "\u00a0",
        "<!--",
        "-->",
        "https://a.se",
        '"',
        ": ",
        "{{",
        "}}",
        "$",
    ),
)


@given(strategies.lists(strategies.sampled_from(PIECES), min_size=1, max_size=14), strategies.booleans())
@settings(max_examples=300, deadline=None)
def test_no_word_is_lost(pieces: list[str], in_cell: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    words = [f"Q{chr(97 + number)}x" for number in range(len(pieces) + 1)]
    typed = words[0] + "".join(f"{piece}{word}" for piece, word in zip(pieces, words[1:], strict=True))
    text, comments = (text_in_cell(typed, Source()), []) if in_cell else _read(typed)
    found = list(judge(text, None, Path()))
    says = " ".join(message(finding).what for finding in found)
    if " …”" in says or any(severity_of(finding) is Severity.ERROR for finding in found):
        return  # no report is made, or more is quoted than a message holds
    shown = unescape(re.sub(r"<(?!img|a )[^>]*>", " ", prose_html(text.markdown, ProseContext())))
    assert [word for word in words if word not in f"{shown} {says} {comments}"] == [], typed


def _read(typed: str) -> tuple[SourcedText, list[tuple[int, str]]]:
    lines, comments = without_comments(typed.split("\n"))
    return in_file("\n".join(lines)), comments
