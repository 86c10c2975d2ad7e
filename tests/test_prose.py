"""Texts in Markdown: what is printed, what is refused, and where it is said to stand."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies
from pdfs import POINTS_PER_MM, body_lines, drawn, page_text, pages_with, running_lines
from picture_files import PNG

from generator.findings.finding import Finding
from generator.findings.message import message
from generator.ground.names import normalised
from generator.ground.source import Source
from generator.look.appearance import Appearance
from generator.model.association import Association
from generator.model.registers import OutlineBlock
from generator.subjects.registry import SUBJECTS
from generator.texts.judge import judge
from generator.texts.reference import Reference, reference_at
from generator.texts.sections import cut
from generator.texts.targets import Target, Targets
from generator.texts.text import SourcedText, markdown_at
from generator.view.prose import ProseContext, prose_html

TARGETS = Targets(
    (
        Target("avsnitt", ("Förväntad utveckling",), "avsnitt 1.7", "förväntad_utveckling"),
        Target("avsnitt", ("Insatser",), "avsnittet ”Insatser”", "insatser"),
        Target("avsnitt", ("Insatser",), "avsnittet ”Insatser”", "insatser-2"),
        Target("not", ("Fordringar", "Kortfristiga fordringar"), "not 3", "not-3"),
        Target("tabell", ("Deltagare",), "tabellen ”Deltagare”", "tabell-deltagare"),
        Target("bilaga", ("Motivera mer",), "bilaga 4"),
    )
)


def html(text: str, context: ProseContext | None = None) -> str:
    return prose_html(text, context or ProseContext(TARGETS)).strip()


def found(text: str, folder: Path = Path()) -> list[Finding]:
    lines = tuple(text.split("\n"))
    return list(
        judge(
            SourcedText(lines, tuple(Source(row=row + 1, file="texter.md") for row in range(len(lines)))),
            TARGETS,
            folder,
        )
    )


def rules(text: str, folder: Path = Path()) -> list[tuple[str, int]]:
    return [(finding.code, finding.place.row) for finding in found(text, folder)]


def test_ordinary_markdown_is_printed() -> None:
    assert html("En **fet** och *kursiv* [länk](https://exempel.se).") == (
        '<p>En <strong>fet</strong> och <em>kursiv</em> <a href="https://exempel.se">länk</a>.</p>'
    )
    assert html("> Citat\n\nText") == "<blockquote>\n<p>Citat</p>\n</blockquote>\n<p>Text</p>"


def test_lists_are_always_tight() -> None:
    assert html("- a\n\n- b\n  - c\n\n- d\n\n  e") == (
        "<ul>\n<li>\na</li>\n<li>\nb<ul>\n<li>\nc</li>\n</ul>\n</li>\n<li>\nd<br>e</li>\n</ul>"
    )


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2020. Året gick bra.", "<p>2020. Året gick bra.</p>"),
        ("2020) Året gick bra.", "<p>2020) Året gick bra.</p>"),
        ("+ 3 procent", "<p>+ 3\u00a0procent</p>"),
        ("    indraget", "<p>indraget</p>"),
        ("Rubrik?\n---", "<p>Rubrik?</p>\n<hr>"),
        ("`kod`", "<p>`kod`</p>"),
        ("<b>fet</b>", "<p>&lt;b&gt;fet&lt;/b&gt;</p>"),
        ("a\u030ar med kontrolltecken", "<p>år med kontrolltecken</p>"),
        ('ett "citat"', "<p>ett ”citat”</p>"),
        ("-405 tkr av 1 234 567 kr", "<p>\u2212405\u00a0tkr av 1\u00a0234\u00a0567\u00a0kr</p>"),
        ("2019-12-31, 16-29 år, § 5", "<p>2019-12-31, 16-29\u00a0år, §\u00a05</p>"),
    ],
)
def test_what_reads_like_markdown_by_chance_is_printed_as_meant(text: str, printed: str) -> None:
    assert html(normalised(text)) == printed


def test_a_year_does_not_go_on_a_list_before_it() -> None:
    assert html("1. Ett\n2. Två\n\n2020. Året gick.").endswith("</ol>\n<p>2020. Året gick.</p>")


def test_tables_tell_their_heads() -> None:
    table = html("| Vad | Kr |\n|---|--:|\n| Lön | {{ not('Fordringar') }} |")
    assert '<th scope="col">Vad</th>' in table
    assert '<th scope="col" class="right">Kr</th>' in table
    assert '<td class="right"><a href="#not-3">not 3</a></td>' in table


def test_a_picture_alone_is_a_figure_with_its_caption() -> None:
    assert html('![En karta](karta.png "De fyra kommunerna")') == (
        '<figure><img src="karta.png" alt="En karta"><figcaption>De fyra kommunerna</figcaption></figure>'
    )
    assert html("Se ![En karta](karta.png) här.") == '<p>Se <img src="karta.png" alt="En karta"> här.</p>'


def test_a_heading_that_slipped_through_breaks_no_order() -> None:
    assert html("### Rubrik") == '<p class="run-in">Rubrik</p>'


@pytest.mark.parametrize("quotes", ["''", '""', "’’", "‘’", "””", "“”", "»»", "«»"])
def test_references_may_be_written_with_any_quotes(quotes: str) -> None:
    text = f"Se {{{{ not({quotes[0]}Fordringar{quotes[1]}) }}}}."
    assert html(text) == '<p>Se <a href="#not-3">not 3</a>.</p>'


def test_references_have_the_words_of_what_they_lead_to() -> None:
    assert html("{{Avsnitt('förväntad  utveckling')}} och {{ bilaga('Motivera mer') }}") == (
        '<p><a href="#förväntad_utveckling">Avsnitt 1.7</a> och bilaga 4</p>'
    )
    assert html("**{{ not('Kortfristiga fordringar') }}**") == (
        '<p class="leads"><strong><a href="#not-3">not 3</a></strong></p>'
    )


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("{{ årets_resultat }}", Reference("{{ årets_resultat }}", "årets_resultat")),
        ("{{x:tkr}}", Reference("{{x:tkr}}", "x", form="tkr")),
        (
            "{{ utfall('A, B', 2019).andel : utan enhet }}",
            Reference(
                "{{ utfall('A, B', 2019).andel : utan enhet }}", "utfall", ("A, B", "2019"), "andel", "utan enhet"
            ),
        ),
        ("{{ a.b }}", Reference("{{ a.b }}", "a.b")),
        ("{{ not('It's') }}", Reference("{{ not('It's') }}", "not", ("It's",))),
    ],
)
def test_the_grammar_has_room_for_figures(text: str, parsed: Reference) -> None:
    assert reference_at(text) == parsed


def test_footnotes_are_numbered_through_the_report_where_they_are_called() -> None:
    context = ProseContext(TARGETS)
    first = html("Ett.[^a] Två.^[Inline *här*.] Igen.[^a]\n\n[^a]: Fotnot ett.", context)
    assert first == (
        '<p>Ett.<a class="footnote-call" href="#n1"><note id="n1">Fotnot ett.</note></a> '
        'Två.<a class="footnote-call" href="#n2"><note id="n2">Inline <em>här</em>.</note></a> '
        'Igen.<a class="footnote-again" href="#n1" data-words="Fotnot ett.">1</a></p>'
    )
    assert 'id="n3"' in html("Nästa text.[^a]\n\n[^a]: En annan.", context)


def test_a_footnote_with_a_link_is_no_link_itself() -> None:
    assert html("Ett.^[Se [här](https://exempel.se).]") == (
        '<p>Ett.<note id="n1">Se <a href="https://exempel.se">här</a>.</note></p>'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rad\n\nSe {{ not('Fodringar') }}.", [("text_target_unknown", 3)]),
        ("{{ noten('Fordringar') }}", [("text_reference_kind", 1)]),
        ("{{ not(Fordringar) }}", [("text_reference_form", 1)]),
        ("{{ not('Fordringar' }}", [("text_reference_form", 1)]),
        ("{{ not('Fordringar') : tkr }}", [("text_reference_form", 1)]),
        ("a }} b", [("text_reference_form", 1)]),
        ("{{ avsnitt('Insatser') }}", [("text_target_several", 1)]),
        ("Ett[^1]\noch två[^2].\n\n[^2]: Två.", [("text_footnote_unknown", 1)]),
        ("Ett.\n\n[^2]: Två.", [("text_footnote_unused", 3)]),
        ("Ett[^1]\n\n[^1]: - punkt", [("text_footnote_form", 3)]),
        ("Ny<p>rad", [("text_html", 1)]),
        ("<ul>\n<li>ett</li>\n</ul>\n\n<p>två</p>", [("text_html", 1)]),
        ("ett\n\\&nbsp;två &amp; tre AT&T;", [("text_html", 2)]),
        ("[länk](www.exempel.se)", [("text_link", 1)]),
        ("[länk](#noter)", [("text_link", 1)]),
        ("Rad\n\n[länk](file:///etc/passwd)", [("text_link", 3)]),
        ("[](https://exempel.se)", [("text_link_empty", 1)]),
        ("- a\n\n  | a | b |\n  |---|---|\n  | c | d |", [("text_table_inside", 3)]),
        ("![](bild.png)", [("text_picture_alternative", 1)]),
        ("![Bild](https://exempel.se/bild.png)", [("text_picture_web", 1)]),
        ("![Bild](../bild.png)", [("picture_outside", 1)]),
        ("![Bild](bilb.png)", [("picture_missing", 1)]),
        ("![Bild](bild.gif)", [("picture_format", 1)]),
        ("![Bild](falsk.png)", [("picture_format", 1)]),
        ("![Bild](bild.png) {{ tabell('deltagare') }} <https://exempel.se> 5 < 6 {x}", []),
    ],
)
def test_what_is_wrong_in_a_text_is_told_with_its_line(
    text: str, expected: list[tuple[str, int]], tmp_path: Path
) -> None:
    (tmp_path / "bild.png").write_bytes(PNG)
    (tmp_path / "falsk.png").write_bytes(b"text")
    assert rules(text, tmp_path) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ not('Fodringar') }}", "”Fodringar” är ingen not i rapporten. Menade du ”Fordringar”"),
        ("{{ fel('x') }}", "”fel” är inget som en text kan hänvisa till"),
        ("{{ x", "”{{ x” går inte att tyda"),
    ],
)
def test_the_messages_name_what_stands_there_and_the_nearest(text: str, words: str) -> None:
    assert words in message(found(text)[0]).what


def test_the_remedy_for_a_reference_shows_one() -> None:
    assert "{{ not(”Fordringar”) }}" in message(found("{{ x")[0]).remedy


def test_names_are_not_judged_before_the_report_can_be_made() -> None:
    text = SourcedText(("{{ not('Vad som helst') }}",), (Source(),))
    assert list(judge(text, None, Path())) == []


def test_every_message_about_texts_can_be_written() -> None:
    names = ["found", "name", "count", "heading", "hint", "format", "words", "places", "nothing", "limit"]
    names += [
        "kind",
        "kinds",
        "files",
        "encoding",
        "meant",
        "what",
        "year",
        "there",
        "label",
        "period",
        "part",
        "whole",
    ]
    names += ["column", "working", "becomes", "instead", "more", "words"]
    names += ["reason", "one", "other", "form", "forms", "unit", "function", "wanted", "attribute"]
    texts: Mapping[str, object] = dict.fromkeys(names, "x")
    (rules,) = [subject.messages for subject in SUBJECTS if subject.key == "texts"]
    told = [message(rule.found(**texts)) for rule in rules]
    assert all(each.what and each.remedy for each in told)


@pytest.mark.slow
@pytest.mark.parametrize("look", ["", "sofint", "kontrast"])
def test_a_footnote_stands_at_the_foot_of_its_own_page(look: str) -> None:
    """In every look, notes of one line and of several, also where the text runs in two columns."""
    text = "Ord och ord. " * 40
    notes = [f"Fotnot {number}{' med ord' * words}." for number, words in enumerate((0, 16, 32), start=1)]
    pdf = drawn(
        {
            Association: [{"name": "Provet", "year": 2024, "state": "under arbete"}],
            Appearance: [{"template": look}],
            OutlineBlock: [
                {"level": 1, "heading": f"Kapitel {number}", "text": f"{text}^[{note}]\n\n{text}", "new_page": True}
                for number, note in enumerate(notes, start=1)
            ],
        }
    )
    for number in (1, 2, 3):
        (page,) = pages_with(pdf, f"Fotnot {number}")
        assert f"kapitel {number}" in page_text(pdf, page).casefold()
        (note,) = [line for line in (*body_lines(pdf), *running_lines(pdf)) if f"Fotnot {number}" in line.text]
        assert note.top > 240 * POINTS_PER_MM


PARTS = (
    "{{",
    "}}",
    "not('",
    "')",
    "[^1]",
    "\n[^1]: ",
    "^[",
    "[",
    "](",
    ")",
    "![",
    "a.png",
    "\n# ",
    "- ",
    "1. ",
    "2020. ",
)
MORE = (
    "> ",
    "\n|a|b|\n|-|-|\n",
    "\n\n",
    "    ",
    "**",
    "_",
    "ord",
    "<script>",
    "\u2028",
    "\\",
    "http://x.se",
    "[x]: y",
    "-5 kr",
)


@given(strategies.lists(strategies.sampled_from((*PARTS, *MORE)), max_size=20).map("".join))
@settings(max_examples=200, deadline=None)
def test_whatever_is_written_is_judged_and_printed_without_harm(text: str) -> None:
    whole = markdown_at(text, Source())
    assert all(finding.code for finding in judge(whole, TARGETS, Path()))
    parts = [section.text for section in cut(whole)]
    printed = "".join(html(part.markdown) for part in (whole, *parts))
    assert "<script" not in printed
    assert printed.count("<note") == printed.count("</note>")


def test_libraries_for_texts_are_loaded_only_when_there_are_texts() -> None:
    code = (
        "import sys; from pathlib import Path; from generator.pipeline import examine; "
        "from generator.texts.files import read_texts; read_texts(Path('generator')); "
        "print(sorted({'defusedxml', 'markdown_it', 'weasyprint', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
