"""The parts of the view: texts and classes only, so that no template calculates or formats.

What each field says of itself is the contract of templates (``html.contract``); so are the parts' names there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class HeadView:
    """A column's head: one line, or two for a period.

    ``kind`` is ``amount``, with ``paired`` where a second figure stands beside, ``stacked`` where it stands below or
    ``narrow`` where all is short, or ``words``.
    """

    lines: Annotated[tuple[str, ...], "rubrikens rader"]
    kind: Annotated[str, "klasserna: amount, eller words för en kolumn med ord, med narrow där allt är kort"] = "amount"
    measures: Annotated[str, "variablerna för kolumnens bredd, för style på col"] = ""


@dataclass(frozen=True, slots=True)
class SpanView:
    """A head above neighbouring columns."""

    text: Annotated[str, "rubriken, eller tomt"]
    columns: Annotated[int, "hur många kolumner den står över"]


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """A reference to a note."""

    number: Annotated[str, "notens nummer"]
    anchor: Annotated[str, "ankaret som länken leder till"]


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a table of figures."""

    kind: Annotated[str, "heading, row, part, rounding, subtotal eller total"]
    level: Annotated[int, "hur långt in raden står, från 0"]
    label: Annotated[str, "radens text"]
    references: Annotated[tuple[ReferenceView, ...], "nothänvisningarna, av slaget reference"]
    cells: Annotated[tuple[str, ...], "cellernas texter, färdigskrivna"]
    marks: Annotated[tuple[str, ...], "klasserna för symbolen före varje cells text; tomma för de flesta"]
    is_words: Annotated[bool, "om en heading inte är en rubrik, utan ord om raderna omkring"] = False
    group: Annotated[int, "numret i tabellen på en rad som andra hör till, för data-group; 0 för andra rader"] = 0
    under: Annotated[tuple[int, ...], "numren på de rader som raden hör till, för data-under"] = ()


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of figures, ready to be drawn. ``anchor`` is its own, also where one table stands twice in a report."""

    anchor: Annotated[str, "ankaret, för id; tomt där tabellen inte ska ha något"]
    title: Annotated[str, "tabellens rubrik"]
    unit: Annotated[str, "enheten, som Belopp i kr"]
    spans: Annotated[tuple[SpanView, ...], "rubrikerna ovanför kolumnernas, av slaget span; inga i de flesta tabeller"]
    heads: Annotated[tuple[HeadView, ...], "kolumnernas rubriker, av slaget head"]
    rows: Annotated[tuple[RowView, ...], "raderna, av slaget row"]
    notes: Annotated[tuple[str, ...], "förklaringarna under tabellen"]
    has_references: Annotated[bool, "om tabellen har en kolumn med nothänvisningar"]
    keep: Annotated[bool, "om tabellen ryms på en sida och inte ska delas"]
    measures: Annotated[str, "variablerna för kolumnernas bredder, för style på table"] = ""
    only_words: Annotated[bool, "om alla kolumner har ord, och ingen belopp"] = False


@dataclass(frozen=True, slots=True)
class LinesView:
    """A cell of short texts."""

    kind: ClassVar[str] = "Lines"

    lines: Annotated[tuple[str, ...], "korta texter, en på varje rad"]


@dataclass(frozen=True, slots=True)
class MarkedView:
    """A cell with a word of a scale."""

    kind: ClassVar[str] = "Marked"

    mark: Annotated[str, "märkets namn, för klassen mark-…; tomt utan märke"]
    word: Annotated[str, "omdömet, eller tomt"]
    remark: Annotated[Markup, "kommentaren, som färdig HTML"]
    tone: Annotated[str, "märkets ton, för klassen tone-…; oftast tom"]
    tables: Annotated[tuple[TableView, ...], "tabeller som står sist i cellen, av slaget table"]


@dataclass(frozen=True, slots=True)
class ValuedView:
    """A cell with an amount."""

    kind: ClassVar[str] = "Valued"

    amount: Annotated[str, "beloppet, som 405 kr"]
    words: Annotated[str, "orden efter beloppet, eller tomt"]
    text: Annotated[Markup, "texten under, som färdig HTML"]


CellView = Markup | LinesView | MarkedView | ValuedView
"""A cell of a table of words: prose as finished HTML, or one of the other kinds."""


@dataclass(frozen=True, slots=True)
class TextColumnView:
    """A column of a table of words."""

    head: Annotated[str, "kolumnens rubrik"]
    width: Annotated[int, "kolumnens bredd, i procent av tabellens"]


@dataclass(frozen=True, slots=True)
class TextRowView:
    """A row of a table of words."""

    cells: Annotated[
        tuple[CellView, ...],
        "cellerna: löpande text som färdig HTML, eller en med kind Lines, Marked eller Valued; den första är "
        "radens rubrik",
    ]
    keep: Annotated[bool, "om raden är så kort att den inte ska delas"]
    spans: Annotated[tuple[int, ...], "hur många rader varje cell står bredvid; 0 där cellen ovanför fortsätter"]
    goes_on: Annotated[bool, "om en cell står bredvid nästa rad också, och raderna ska hållas ihop"]
    head: Annotated[Markup, "det som raden heter där den har hela bredden, taget ur den första cellen; annars tomt"]
    in_table: Annotated[bool, "om raden står i tabellen; inte om den är ett tal som står ovanför den i ett faktablad"]


@dataclass(frozen=True, slots=True)
class TextTableView:
    """A table of words."""

    kind: ClassVar[str] = "TextTable"

    key: Annotated[str, "tabellens nyckel, för id"]
    columns: Annotated[tuple[TextColumnView, ...], "kolumnerna"]
    rows: Annotated[tuple[TextRowView, ...], "raderna"]
    keep: Annotated[bool, "om tabellen är så kort att den inte ska delas"]
    level: Annotated[int, "nivån för rubriken på en rad som har hela bredden"]


@dataclass(frozen=True, slots=True)
class PointView:
    """A value of a chart: what is drawn, and what is written beside it."""

    value: Annotated[Decimal, "talet som ritas"]
    text: Annotated[str, "det som skrivs vid det, eller tomt"]
    there: Annotated[bool, "om något får ritas"]
    key: Annotated[str, "siffrans nyckel, på sidan att arbeta vid; annars tomt"] = ""


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series with its values."""

    name: Annotated[str, "seriens namn"]
    points: Annotated[tuple[PointView, ...], "värdena, ett för varje kategori"]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart, ready to be drawn."""

    anchor: Annotated[str, "ankaret, för id"]
    kind: Annotated[str, "slaget av diagram: staplar, staplade, liggande, linjer eller ring"]
    categories: Annotated[tuple[str, ...], "kategoriernas namn"]
    series: Annotated[tuple[SeriesView, ...], "serierna"]
    unit: Annotated[str, "enheten"]
    alternative: Annotated[str, "diagrammets innehåll i ord, för alt"]
    notes: Annotated[tuple[str, ...], "källan och annat under diagrammet"]
    address: Annotated[str, "bildens adress, för src"] = ""
    """Made when the look is known."""
    is_tall: Annotated[bool, "om det är så högt att det fyller mycket av sin sida"] = False


@dataclass(frozen=True, slots=True)
class ContentView:
    """What a part of the report shows with a template of its own (``blocks.content``), with texts in place of values.

    A template has each of ``parts`` by its name: ``block.content.signatures``.
    """

    kind: str
    parts: Mapping[str, object]

    def __getitem__(self, name: str) -> object:
        """One of the parts; Jinja asks here for what is no attribute."""
        return self.parts[name]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A part of the report, ready to be drawn by its template."""

    template: Annotated[str, "namnet på delens sidmall, utan .html"]
    heading: Annotated[str, "rubriken, eller tomt"]
    level: Annotated[int, "rubrikens nivå, från 1; 0 utan rubrik"]
    number: Annotated[str, "rubrikens nummer, eller tomt"]
    anchor: Annotated[str, "ankaret, för id på rubriken, eller på avsnittet där det inte har någon"]
    text: Annotated[Markup, "den löpande texten, som färdig HTML"]
    table: Annotated[TableView | None, "tabellen med belopp, av slaget table, eller inget"]
    content: Annotated[
        TextTableView | ChartView | ContentView | None,
        "det som delens egen sidmall visar, eller inget; vad det är står vid sidmallen",
    ]
    new_page: Annotated[bool, "om delen börjar på en ny sida"]
    unwritten: Annotated[bool, "om ingenting står under rubriken än, i en rapport som inte är slutlig"]
    caption: Annotated[str, "det som står över en egen tabell eller ett diagram, med nummer om det har ett"]
    label: Annotated[str, "det som rubriken på en not börjar med, som Not 1; annars tomt"] = ""
    title: Annotated[str, "rubriken utan det, som Intäkter; i andra delar hela rubriken"] = ""
    lead: Annotated[str, "en överskrift i fetstil över delen; oftast tomt"] = ""
    width: Annotated[
        str, "klasserna för spalten som delen står i: half eller third, och box för en ruta; eller tomt"
    ] = ""
    row: Annotated[str, "klasserna för den rad av spalter som börjar med delen, eller tomt"] = ""
    begins_column: Annotated[bool, "om en smal spalt börjar med delen"] = False
    ends_column: Annotated[bool, "om en smal spalt slutar med delen"] = False
    ends_row: Annotated[bool, "om en rad av spalter slutar med delen"] = False


@dataclass(frozen=True, slots=True)
class ContentsView:
    """A line of the list of contents."""

    level: Annotated[int, "rubrikens nivå, från 1"]
    number: Annotated[str, "rubrikens nummer, eller tomt"]
    heading: Annotated[str, "rubriken"]
    anchor: Annotated[str, "ankaret som länken leder till"]


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole report, as templates see it."""

    name: Annotated[str, "förbundets namn"]
    name_in_halves: Annotated[Markup, "namnet delat för klassen in-halves, så att raderna blir ungefär lika långa"]
    short_name: Annotated[str, "kortnamnet, eller hela namnet om det saknas"]
    year: Annotated[int, "räkenskapsåret, som tal"]
    title: Annotated[str, "Årsredovisning och året"]
    state: Annotated[str, "märket Arbetsutkast eller Utkast; tomt i den slutliga rapporten"]
    organisation_number: Annotated[str, "organisationsnumret"]
    seat: Annotated[str, "sätet"]
    decision_date: Annotated[str, "beslutsdagen, som 5 mars 2021"]
    diary_number: Annotated[str, "diarienumret"]
    website: Annotated[str, "webbadressen"]
    logo: Annotated[str, "logotypens adress, för src"]
    contents: Annotated[tuple[ContentsView, ...], "innehållsförteckningens rader, av slaget line"]
    blocks: Annotated[tuple[BlockView, ...], "rapportens delar i ordning, av slaget block"]
    period: Annotated[str, "räkenskapsårets dagar, om det är kortare än kalenderåret; annars tomt"] = ""
    listed: Annotated[tuple[ContentsView, ...], "de numrerade tabellerna och diagrammen, av slaget line"] = ()
