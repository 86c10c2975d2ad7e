"""Templates of one's own: the contract's blocks and variables, what is refused, and what is stopped."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from jinja2.exceptions import UndefinedError
from looks import REPORT, drawn_apart, fault, own_look, page, put, small_view
from pdfs import ROOT, running_lines

from generator import template_guide
from generator.document.errors import DrawingError, LookFaultError
from generator.document.html.apart import Limits
from generator.document.html.contract import base_contract, content_of, contents, undescribed
from generator.document.html.environment import environment_of
from generator.document.html.judge import template_findings
from generator.document.html.page import report_html, template_context
from generator.document.html.sources import read_templates
from generator.document.pdf.draw import report_pdf
from generator.ground.described import described
from generator.look.settings import CONTRACT
from generator.look.start import refused_name
from generator.model.association import Association
from generator.model.registers import OutlineBlock
from generator.pipeline import examine
from generator.subjects.board.rows import BoardMember
from generator.view.parts import ContentView
from generator.view.report_view import report_view

GUIDE = Path("docs/mallar.md")
COVER = '{% extends "base/cover.html" %}\n{% block cover_title %}\n'
END = "{% endblock %}"


class Anything:
    """Stands for whatever a template asks for: it has every part, holds one thing, and is a text."""

    def __getattr__(self, name: str) -> "Anything":
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()

    def __gt__(self, other: object) -> bool:
        return True

    def __iter__(self) -> Iterator["Anything"]:
        yield Anything()

    def __getitem__(self, place: int) -> "Anything":
        del place
        return Anything()

    def __len__(self) -> int:
        return 1

    def __str__(self) -> str:
        return "block"

    def __add__(self, other: object) -> str:
        return f"{self}{other}"

    def __html__(self) -> str:
        return "block"


BLOCKS = [(template.name, block.name) for template in base_contract() for block in template.blocks]
EVERYTHING = {name: Anything() for name in ("report", "look", "block", "table")}


@pytest.mark.parametrize(("template", "block"), BLOCKS, ids=[".".join(pair) for pair in BLOCKS])
def test_every_block_can_be_overridden(tmp_path: Path, template: str, block: str) -> None:
    own = f'{{% extends "base/{template}" %}}{{% block {block} %}}före{{{{ super() }}}}efter{{% endblock %}}'
    templates = read_templates(own_look(put(tmp_path, {template: own})).folders)
    assert list(template_findings(templates)) == []
    drawn = environment_of(templates).get_template(template).render(EVERYTHING)
    original = environment_of(read_templates(())).get_template(template).render(EVERYTHING)
    assert "före" in drawn
    assert drawn.replace("före", "").replace("efter", "") == original


def test_every_block_and_variable_is_described() -> None:
    assert list(undescribed()) == []


def test_the_cover_names_each_fact_that_there_is() -> None:
    facts = {"organisation_number": "222000-9993", "seat": "Provstad", "decision_date": date(2021, 3, 5)}
    about = {"name": "Provet", "year": 2020, "state": "slutlig"} | facts
    shown = {"Organisationsnummer": "222000-9993", "Säte": "Provstad", "Beslutad av styrelsen": "5\u00a0mars\u00a02021"}
    for more, told in (
        ({}, {}),
        ({"diary_number": "2021/7", "website": "provet.se"}, {"Diarienummer": "2021/7", "Webbplats": "provet.se"}),
    ):
        html = page(values={**REPORT, Association: [about | more]})
        assert dict(re.findall(r"<dt>(.*?)</dt> <dd>(.*?)</dd>", html)) == shown | told


@pytest.mark.parametrize(
    ("name", "halves"),
    [
        ("Samordningsförbundet Jämtlands län", ("Samordningsförbundet", "Jämtlands län")),
        ("Samordningsförbundet RAR i Sörmland", ("Samordningsförbundet", "RAR i Sörmland")),
        (
            "Samordningsförbundet Södra Roslagen och Norra Stockholms län",
            ("Samordningsförbundet Södra Roslagen", "och Norra Stockholms län"),
        ),
    ],
)
def test_a_long_name_on_the_cover_is_divided_where_it_leaves_no_short_word(name: str, halves: tuple[str, str]) -> None:
    html = page(values={**REPORT, Association: [{"name": name, "year": 2020, "state": "slutlig"}]})
    found = re.search(r'<p class="cover-name in-halves">(.*?)</p>', html)
    assert found
    assert re.sub(r"<[^>]*>", "", found[1]) == name
    depth, parts = 0, [""]
    for piece in re.split(r"(</?span>)", found[1]):
        depth += {"<span>": 1, "</span>": -1}.get(piece, 0)
        if piece == " " and not depth:
            parts.append("")
        elif not piece.startswith("<"):
            parts[-1] += piece
    assert tuple(parts) == halves


def test_a_signature_has_the_name_first_and_then_what_they_are() -> None:
    member = {"name": "Alva Ek", "role": "ordförande", "kind": "ordinarie", "signs": True}
    outline = [{"level": 1, "heading": "Underskrifter", "content": "Underskrifter"}]
    html = page(values={**REPORT, OutlineBlock: outline, BoardMember: [member]})
    assert '<li class="signature"><span class="signature-name">Alva Ek</span><br>Ordförande</li>' in html


INPUTS = ("jamtland-2021", "rar-sormland-2020", "sofint-2020", "sydnarke-2021")


@cache
def contents_of(name: str) -> dict[str, list[object]]:
    """What the blocks of an input show with templates of their own, by template."""
    found: dict[str, list[object]] = {}
    for block in report_view(examine(ROOT / "inputs" / name).whole).blocks:
        if block.content is not None:
            found.setdefault(f"{block.template}.html", []).append(block.content)
    return found


@pytest.mark.parametrize("name", INPUTS)
def test_a_block_holds_the_content_that_the_guide_tells_of_its_template(name: str) -> None:
    templates = {template.name: template for template in base_contract()}
    for template, shown in contents_of(name).items():
        promised = content_of(templates[template])
        assert promised is not None, template
        for content in shown:
            if isinstance(content, ContentView):
                assert (content.kind, list(content.parts)) == (vars(promised)["kind"], list(described(promised)))
            else:
                assert type(content) is promised, template


def test_every_content_that_the_guide_tells_of_is_in_some_report() -> None:
    elsewhere = {"chart.html", "appended_pages.html", "insats_card.html"}
    assert {template for name in INPUTS for template in contents_of(name)} >= set(contents()) - elsewhere


def test_a_misspelt_part_of_a_content_is_told_with_what_there_is() -> None:
    template = environment_of(read_templates(())).from_string("{{ content.nam }}")
    with pytest.raises(UndefinedError, match=r"Menade du ”name”\? Det som finns: kind, name, fields\."):
        template.render(content=ContentView("FactSheet", {"name": "Team", "fields": ()}))


def test_the_guide_is_current() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert text == template_guide.with_reference(text), "run script/handbook"
    assert f"kontrakt = {CONTRACT}" in text
    assert all(f"`{block}`" in text for _, block in BLOCKS)


def test_a_block_of_ones_own_is_drawn_with_what_it_builds_on(tmp_path: Path) -> None:
    files = {
        "cover.html": COVER + '{{ super() }}{% include "_motto.html" %}' + END,
        "_motto.html": "<p>Tillsammans i {{ report.short_name }}</p>",
    }
    html = drawn_apart(put(tmp_path, files), Limits())
    assert "Tillsammans i Provet" in html
    assert '<p class="cover-kind">Årsredovisning</p>' in html
    rest = html.replace("<p>Tillsammans i Provet</p>", "")
    assert rest.split("<main")[1] == page().split("<main")[1]


def test_the_heading_of_a_note_is_told_in_its_two_parts(tmp_path: Path) -> None:
    heading = '{% extends "base/note.html" %}{% block heading %}<h2>{{ block.label }}|{{ block.title }}</h2>' + END
    assert "<h2>Not 1|Intäkter</h2>" in drawn_apart(put(tmp_path, {"note.html": heading}), Limits())


@pytest.mark.parametrize(
    ("name", "block", "what"),
    [("section", "prose", "”Förbundet har under året"), ("table", "table_row", "”Verksamhetens intäkter” i")],
)
def test_a_template_that_leaves_out_what_the_report_says_is_refused(
    tmp_path: Path, name: str, block: str, what: str
) -> None:
    files = {f"{name}.html": f'{{% extends "base/{name}.html" %}}{{% block {block} %}}{END}'}
    with pytest.raises(LookFaultError, match=f"{name}.html: {what}"):
        drawn_apart(put(tmp_path, files), Limits())


def test_a_template_may_write_a_text_in_another_way(tmp_path: Path) -> None:
    files = {
        "section.html": '{% extends "base/section.html" %}{% block prose %}<i>{{ block.text|striptags }}</i>' + END
    }
    assert "<i>Kort.</i>" in drawn_apart(put(tmp_path, files), Limits())


@pytest.mark.slow
def test_a_page_before_the_report_has_its_running_head(tmp_path: Path) -> None:
    front = '{% extends "base/report.html" %}{% block front %}<p style="break-after: page">Välkommen</p>' + END
    look = own_look(put(tmp_path, {"report.html": front}))
    pdf = report_pdf(report_html(small_view(), look), tmp_path, look)
    assert [line.text for line in running_lines(pdf) if line.page == 2][:2] == [
        "Provet",
        "Årsredovisning 2020 · Arbetsutkast",
    ]


def test_a_template_can_build_on_the_named_looks(tmp_path: Path) -> None:
    from looks import chosen  # noqa: PLC0415

    own = '{% extends "kontrast/cover.html" %}{% block cover_state %}märke{% endblock %}'
    html = page(chosen(put(tmp_path, {"mall/cover.html": own}), template="kontrast")).split("<body")[1]
    assert html.index("cover-year") < html.index("cover-kind") < html.index("märke")


IN_BLOCK = "I blocket cover_title: "
EXTENDS = '{% extends "base/cover.html" %}\n'
OUTSIDE = [
    ("{% block cover_titel %}" + END, 2, "Blocket cover_titel finns inte i base/cover.html."),
    ("\n hej", 3, "”hej” står utanför blocken"),
    ("{{ 1/0 }}", 2, "Ett uttryck {{ … }} står utanför blocken"),
    ('{% include "table.html" %}', 2, "{% include %} står utanför blocken"),
]
PARENTS = [
    ('{% extends "cover.html" %}', 1, "Sidmallen bygger på sig själv."),
    ('{% extends "bas/cover.html" %}', 1, "Sidmallen bygger på bas/cover.html, som inte finns."),
    ("{% extends look.cover %}", 1, "Sidmallen bygger på något som räknas ut, som inte finns."),
]
WRITTEN_WRONG = [
    ("{{ report.name }", "} kan inte stå där."),
    ("{% blok a %}", "taggen {% blok %} finns inte."),
    ("{{ ”a” }}", "tecknet ” kan inte stå där"),
    ("{% if 1 %}", "{% if %} är inte avslutat före {% endblock %}."),
    ("{{ report.name|stort }}", "filtret stort finns inte."),
]
CANNOT_RUN = [
    ("{{ repport.name }}", "Variabeln repport finns inte. Menade du ”report”?"),
    ("{{ report.nam }}", "Det finns inget som heter nam här. Menade du ”name”?"),
    ("{{ look.fager }}", "Det finns inget som heter fager här."),
    ("{{ 1 + 'a' }}", "Uttrycket går inte att använda (TypeError"),
    ("{{ 1 / 0 }}", "Uttrycket delar med noll."),
]
TOO_DEEP = COVER + "{{ " + "(" * 4000 + "1" + ")" * 4000 + " }}" + END


@pytest.mark.parametrize(
    ("cover", "line", "what"),
    [
        *((EXTENDS + text, line, what) for text, line, what in OUTSIDE),
        *PARENTS,
        *((COVER + text + END, 3, f"{IN_BLOCK}Sidmallen är felskriven: {what}") for text, what in WRITTEN_WRONG),
        *((COVER + text + END, 3, f"{IN_BLOCK}{what}") for text, what in CANNOT_RUN),
        (TOO_DEEP, 0, "Sidmallen är felskriven: uttrycken är för djupt"),
    ],
)
def test_a_wrong_template_is_told_with_file_line_and_block(tmp_path: Path, cover: str, line: int, what: str) -> None:
    problem = fault(put(tmp_path, {"cover.html": cover}))
    assert problem.what.startswith(what)
    assert (problem.place.file, problem.place.row) == ("mall/cover.html", line)
    assert "None" not in problem.what + problem.remedy


def test_an_unknown_block_is_answered_with_those_that_exist(tmp_path: Path) -> None:
    problem = fault(put(tmp_path, {"note.html": '{% extends "base/note.html" %}{% block prosa %}' + END}))
    assert problem.remedy == "Använd ett block som finns: content, heading, lead, prose, section, section_class."


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../../../../etc/passwd", "file:///etc/passwd", "mall/../../x.html", "../looks.py", "C:\\x.html"],
)
@pytest.mark.parametrize("tag", ["include", "import", "extends"])
def test_a_template_reads_no_other_file(tmp_path: Path, name: str, tag: str) -> None:
    body = {
        "include": COVER + '{% include "' + name + '" %}' + END,
        "import": COVER + '{% import "' + name + '" as x %}{{ x }}' + END,
        "extends": '{% extends "' + name + '" %}',
    }[tag]
    problem = fault(put(tmp_path, {"cover.html": body.replace("\\", "\\\\")}))
    assert "finns inte" in problem.what or "inte finns" in problem.what


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__.__mro__[1].__subclasses__()",
        "report.__class__.__init__.__globals__",
        "cycler.__init__.__globals__.os.popen('id').read()",
        "self._TemplateReference__context.environment.loader",
        "namespace.__init__.__globals__['os']",
        "(report|attr('__class__')).__name__",
        "report.blocks.__class__.__base__",
        "look.variables.format_map(report)",
        "'{0.__class__}'.format(report)",
        "look.update(accent='red')",
        "report.contents[0].__setattr__('heading', 'x')",
    ],
)
def test_a_template_does_not_reach_the_program(tmp_path: Path, expression: str) -> None:
    problem = fault(put(tmp_path, {"cover.html": COVER + "{{ " + expression + " }}" + END}))
    assert "får inte använda" in problem.what or "finns inget" in problem.what
    assert problem.place.row == 3


@pytest.mark.parametrize(
    "expression",
    [
        "'a' * 300000000",
        "300000000 * 'a'",
        "[1] * 300000000",
        "'%0200000000d' % 1",
        "'a'.ljust(200000000)",
        "'{:0200000000d}'.format(1)",
        "'a'|center(200000000)",
        "'a'|indent(200000000)",
        "9 ** 9 ** 9",
        "range(10000000)|list",
    ],
)
def test_no_expression_makes_something_enormous(tmp_path: Path, expression: str) -> None:
    problem = fault(put(tmp_path, {"cover.html": COVER + "{{ (" + expression + ")|length }}" + END}))
    assert problem.place.row == 3


def test_templates_that_include_each_other_are_stopped(tmp_path: Path) -> None:
    files = {"cover.html": COVER + '{% include "_a.html" %}' + END, "_a.html": '{% include "_a.html" %}'}
    assert fault(put(tmp_path, files)).what.endswith("Sidmallarna använder varandra runt i en ring.")


PATIENT = Limits(seconds=60, memory=1 << 29, characters=2_000_000)
RUNAWAYS = {
    "blev inte klara på 2 sekunder": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "behövde mer minne än de får": (
        "{% set all = namespace(x='aaaaaaaa') %}{% for a in range(99) %}{% set all.x = all.x ~ all.x %}{% endfor %}"
    ),
    "gav mer än 2 miljoner tecken": "{% for a in range(99999) %}{% for b in range(99) %}hej{% endfor %}{% endfor %}",
}


@pytest.mark.slow
@pytest.mark.parametrize("what", RUNAWAYS)
def test_a_template_that_runs_away_is_stopped(tmp_path: Path, what: str) -> None:
    put(tmp_path, {"cover.html": COVER + RUNAWAYS[what] + END})
    limits = replace(PATIENT, seconds=2) if "sekunder" in what else PATIENT
    with pytest.raises(LookFaultError, match=what) as raised:
        drawn_apart(tmp_path, limits)
    assert "mall/cover.html" in str(raised.value)


def test_what_comes_back_from_a_foreign_template_is_only_text(tmp_path: Path) -> None:
    html = drawn_apart(put(tmp_path, {"cover.html": COVER + '{"html": "x"}' + END}), Limits())
    assert json.dumps(html)
    assert "{&#34;" in html or '{"html": "x"}' in html


@pytest.mark.slow
@pytest.mark.parametrize(
    "element",
    [
        '<img src="file:///etc/passwd" alt="">',
        '<img src="../../../../etc/passwd" alt="">',
        '<img src="http://127.0.0.1:9/a.png" alt="">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<object data="file:///etc/passwd"></object>',
        '<style>@import "http://example.com/a.css";</style>',
    ],
)
def test_what_a_template_asks_the_page_to_fetch_is_refused(tmp_path: Path, element: str) -> None:
    html = drawn_in_place(put(tmp_path, {"cover.html": COVER + element + END}))
    with pytest.raises(DrawingError, match=r"utanför rapport|utan nätet|finns inte i rapport|bifogar filen"):
        report_pdf(html, tmp_path)


def drawn_in_place(folder: Path) -> str:
    look = own_look(folder)
    templates = read_templates(look.folders)
    return environment_of(templates).get_template("report.html").render(template_context(small_view(), look))


@pytest.mark.parametrize("name", ["con", "nul", "com1"])
def test_no_look_has_the_name_of_a_device_of_windows(name: str) -> None:
    assert "Windows" in refused_name(name)
    assert not refused_name("kontrast-con")
