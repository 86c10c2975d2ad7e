"""Marks in texts: what works, what is printed as it was typed, what is told; and that no word is ever lost."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies

from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.ground.source import Source
from generator.texts.cells import markdown_of
from generator.texts.comments import without_comments
from generator.texts.files import read_texts
from generator.texts.items import item
from generator.texts.judge import judge
from generator.texts.text import SourcedText, text_in_cell
from generator.view.prose import ProseContext, prose_html


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
        ("→ ett\n→ två", "<p>→ ett<br>→ två</p>"),
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
        ("Rubrik\n===\n> citat\n# nej", "<p>Rubrik<br>===<br>&gt; citat<br># nej</p>"),
        ("a | b\n--- | ---\n1 | 2", "<p>a | b<br>--- | ---<br>1 | 2</p>"),
        ("[a]: https://a.se", "<p>[a]: https://a.se</p>"),
        ("&amp; och \\\\server\\mapp", "<p>&amp;amp; och \\\\server\\mapp</p>"),
        ("    **fet**", "<p><strong>fet</strong></p>"),
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
        "**fet**, *kursiv*, [länk](https://a.se) och ord^[en not].",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
    ],
)
def test_ordinary_prose_gives_no_alarm(text: str) -> None:
    assert [code for code, _ in told(text) if code == "text_mark_left"] == []


def test_a_note_in_its_call_is_set_as_all_words_are() -> None:
    made = html('Ord^[5 \\* 3 är "15", -405 kr & &amp;]')
    assert ">5 * 3 är ”15”, \u2212405\u00a0kr &amp; &amp;</note>" in made


def test_a_row_with_more_cells_than_the_table_is_an_error() -> None:
    assert told("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n| 1 |\n| 1 \\| 2 | 3 |") == [("text_table_row", 3)]


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
