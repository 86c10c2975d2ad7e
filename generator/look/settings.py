"""The Look: every colour, font, measure and choice of a report's appearance, in one settings model.

The defaults are the base look. A setting's title is its name in the tab *Utseende* and, in quotation marks, in
``profil.toml``; there it may also be written with plain letters (``setting_key``). Its value becomes a CSS variable, or
a choice a class of the ``html`` element (``css_name``).
"""

import unicodedata
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from generator.ground.names import slug
from generator.look.values import Colour, FactorColumn, Font, LengthColumn, LookPicture, Point, one_of
from generator.model.columns import ChoiceColumn, PictureText, YesNo, YesNoColumn
from generator.model.rows import Row, columns

CONTRACT = 1
"""The version of what a look may rely on: settings, templates, blocks, variables, classes (``docs/mallar.md``).

Raised when any of these is renamed or taken away.
"""

GROUPS = {
    "accent": "Färger",
    "heading_font": "Typsnitt och storlekar",
    "margin_top": "Sidan",
    "cover": "Omslag och logotyp",
    "chapter_start": "Rubriker",
    "table_style": "Tabeller",
}
"""The headings that the settings stand under where they are listed, by the first setting of each."""


class Look(Row):
    """The settings of a look. Colours are ``#rrggbb``, lengths and factors as CSS writes them."""

    accent: Colour = Field(
        "#1d4f5c", title="Huvudfärg", description="Omslag, rubriker, summalinjer och annat som ska synas."
    )
    on_accent: Colour = Field("#ffffff", title="Text på huvudfärgen", description="Texten på ett omslag i huvudfärgen.")
    second: Colour = Field("#b4552d", title="Komplementfärg", description="Utsmyckning, som linjen på omslaget.")
    heading_colour: Colour = Field("#1d4f5c", title="Rubrikernas färg", description="Rubriker i texten.")
    ink: Colour = Field("#1b2225", title="Textfärg", description="Löpande text och siffror.")
    quiet: Colour = Field(
        "#566166", title="Dämpad textfärg", description="Sidhuvud, sidfot, tabellhuvud, förklaringar."
    )
    rule: Colour = Field("#c3ccd0", title="Linjernas färg", description="Tunna linjer i tabeller.")
    tint: Colour = Field(
        "#eef3f3", title="Ton", description="Bakgrund i tabeller: varannan rad i zebra, huvudet i rutnät."
    )
    paper: Colour = Field("#ffffff", title="Papperets färg", description="Sidans bakgrund.")

    heading_font: Font = Field("Source Serif 4", title="Rubrikernas typsnitt", description="Rubriker och omslag.")
    body_font: Font = Field("Source Sans 3", title="Textens typsnitt", description="Löpande text, sidhuvud och sidfot.")
    table_font: Font = Field("Source Sans 3", title="Tabellernas typsnitt", description="Tabeller.")
    body_size: Annotated[str, LengthColumn(least="8pt", most="14pt")] = Field(
        "10.5pt", title="Textstorlek", description="Löpande text."
    )
    table_size: Annotated[str, LengthColumn(least="8pt", most="12pt")] = Field(
        "9.5pt", title="Tabellernas textstorlek", description="Tabeller."
    )
    heading_size: Annotated[str, LengthColumn(least="14pt", most="40pt")] = Field(
        "23pt", title="Kapitelrubrikernas storlek", description="Rubriker på nivå 1. De lägre nivåerna följer med."
    )
    line_height: Annotated[str, FactorColumn(least=1.1, most=2)] = Field(
        "1.5", title="Radavstånd", description="Avståndet mellan rader i löpande text, i textstorlekar."
    )

    margin_top: Annotated[str, LengthColumn(least="15mm", most="60mm")] = Field(
        "30mm", title="Övre marginal", description="Från papperets kant till texten; sidhuvudet står i den."
    )
    margin_bottom: Annotated[str, LengthColumn(least="15mm", most="60mm")] = Field(
        "28mm", title="Undre marginal", description="Från papperets kant till texten; sidnumret står i den."
    )
    margin_side: Annotated[str, LengthColumn(least="12mm", most="50mm")] = Field(
        "31mm", title="Sidomarginal", description="Till vänster och höger."
    )
    prose_columns: Annotated[str, one_of("1", "2", width=8)] = Field(
        "1", title="Spalter i löpande text", description="1 eller 2. Tabeller går alltid över hela bredden."
    )
    hyphens: YesNo = Field(default=False, title="Avstavning", description="ja: långa ord delas vid radens slut.")
    running_head: Annotated[str, one_of("förbund och rapport", "kapitel", "inget")] = Field(
        "förbund och rapport", title="Sidhuvud", description="Vad som står överst på varje sida efter omslaget."
    )
    page_number: Annotated[str, one_of("1", "Sida 1", "1 (20)", width=10)] = Field(
        "1", title="Sidnummer", description="Hur sidnumret skrivs: 1, Sida 1 eller 1 (20)."
    )
    page_number_place: Annotated[str, one_of("vänster", "mitten", "höger", width=10)] = Field(
        "höger", title="Sidnumrets plats", description="Var på raden sidnumret står."
    )

    cover: Annotated[str, one_of("helfärg", "ljus", "band", "bild")] = Field(
        "helfärg",
        title="Omslag",
        description=(
            "helfärg: hela sidan i huvudfärgen. ljus: på papperets färg. band: ett brett band i huvudfärgen. "
            "bild: en bild, med texten på en egen yta."
        ),
    )
    cover_picture: LookPicture = Field(
        "", title="Omslagsbild", description="Bildfil för omslaget (png, jpg eller svg). Behövs när omslaget är bild."
    )
    cover_picture_text: PictureText = Field(
        "",
        title="Omslagsbildens beskrivning",
        description="Vad bilden visar, för den som inte ser den. Ett ensamt streck (–): bilden är bara utsmyckning.",
    )
    cover_picture_place: Annotated[str, one_of("överst", "hela sidan", "till höger")] = Field(
        "överst",
        title="Omslagsbildens plats",
        description=(
            "överst: bilden på övre halvan, texten under den. hela sidan: texten på en ruta i huvudfärgen. "
            "till höger: texten på papperet till vänster om bilden."
        ),
    )
    cover_picture_centre: Point = Field(
        "50% 50%",
        title="Omslagsbildens mittpunkt",
        description=(
            "Det som alltid ska synas när bilden beskärs: mitten, uppe till höger, eller procent från vänster och "
            "uppifrån, 50 % 30 %."
        ),
    )
    logo: LookPicture = Field(
        "", title="Logotyp", description="Bildfil (png, jpg eller svg). Tomt: den i fliken Uppgifter om förbundet."
    )
    logo_place: Annotated[
        str, one_of("uppe till vänster", "uppe till höger", "nere till vänster", "nere till höger")
    ] = Field("uppe till vänster", title="Logotypens plats", description="Var på omslaget logotypen står.")
    logo_height: Annotated[str, LengthColumn(least="5mm", most="80mm")] = Field(
        "22mm", title="Logotypens höjd", description="Högsta höjd; en bred logotyp blir högst 80 mm bred."
    )

    chapter_start: Annotated[str, one_of("löpande", "ny sida")] = Field(
        "löpande",
        title="Kapitel börjar",
        description="ny sida: varje rubrik på nivå 1. löpande: bara där fliken Innehåll säger Ny sida.",
    )
    heading_case: Annotated[str, one_of("som skrivet", "versaler")] = Field(
        "som skrivet", title="Rubrikernas bokstäver", description="versaler: nivå 1 och 2 med stora bokstäver."
    )
    heading_weight: Annotated[str, one_of("normal", "halvfet", "fet")] = Field(
        "halvfet", title="Rubrikernas tjocklek", description="Hur kraftiga rubrikerna är."
    )
    heading_line: Annotated[str, one_of("ingen", "under", "över")] = Field(
        "ingen", title="Linje vid kapitelrubriker", description="En linje i huvudfärgen under eller över nivå 1."
    )
    numbering: Annotated[str, one_of("utan punkt", "med punkt")] = Field(
        "utan punkt", title="Rubriknummer", description="Om numret slutar med punkt: 1.1 eller 1.1."
    )
    contents_depth: Annotated[str, one_of("1", "2", "3", width=8)] = Field(
        "2", title="Innehållsförteckningens djup", description="Hur många rubriknivåer som är med: 1, 2 eller 3."
    )

    list_sign: Annotated[str, one_of("punkt", "tankstreck", "pil", "trekant", "fyrkant")] = Field(
        "punkt", title="Listornas tecken", description="Tecknet framför punkterna i listor utan nummer."
    )

    table_style: Annotated[str, one_of("linjer", "zebra", "rutnät")] = Field(
        "linjer",
        title="Tabellstil",
        description="linjer: tunna linjer mellan raderna. zebra: varannan rad tonad. rutnät: linjer runt varje cell.",
    )
    caption_place: Annotated[str, one_of("ovanför", "under")] = Field(
        "ovanför",
        title="Tabellrubrikens plats",
        description="Om rubriken med numret står ovanför eller under tabeller och diagram.",
    )
    continued: YesNo = Field(
        default=True,
        title="Fortsättning på ny sida",
        description="ja: Not 3 Fordringar (forts.) står överst där en tabell eller not fortsätter på nästa sida.",
    )

    def css_variables(self) -> Iterator[tuple[str, str]]:
        """The settings that are CSS variables, and those that follow from choices: name and value."""
        for column in columns(Look):
            value = getattr(self, column.name)
            if isinstance(column.kind, ChoiceColumn | YesNoColumn) or column.name in _NOT_CSS:
                continue
            yield css_name(column.name), f'"{value}"' if column.name.endswith("_font") else value
        yield "--heading-weight-value", {"normal": "400", "halvfet": "600", "fet": "700"}[self.heading_weight]
        yield from self._running_lines()

    def _running_lines(self) -> Iterator[tuple[str, str]]:
        heads = {
            "förbund och rapport": ("string(association)", "string(report)"),
            "kapitel": ("string(report)", "string(chapter, start)"),
            "inget": ("none", "none"),
        }
        yield "--continued", "string(continued)" if self.continued else "none"
        yield from zip(("--head-left", "--head-right"), heads[self.running_head], strict=True)
        number = {
            "1": "counter(page)",
            "Sida 1": '"Sida " counter(page)',
            "1 (20)": 'counter(page) " (" counter(pages) ")"',
        }[self.page_number]
        for name, place in (("left", "vänster"), ("center", "mitten"), ("right", "höger")):
            yield f"--foot-{name}", number if place == self.page_number_place else "none"

    def css_classes(self) -> Iterator[str]:
        """The choices as classes of the ``html`` element: ``table-style-zebra``."""
        for column in columns(Look):
            if isinstance(column.kind, ChoiceColumn | YesNoColumn):
                value = getattr(self, column.name)
                yield choice_class(column.name, {True: "ja", False: "nej"}.get(value, value))


_NOT_CSS = {"cover_picture", "cover_picture_text", "logo"}
"""Settings that a template shows and no style sheet needs."""


def plain_letters(text: str) -> str:
    """Write å, ä, ö without their marks, for names that only plain letters may form."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def setting_key(field: str) -> str:
    """The name of a setting in ``profil.toml``, in letters that need no quotation marks: ``rubrikernas_farg``."""
    return plain_letters(slug(Look.model_fields[field].title or field))


def css_name(field: str) -> str:
    """The name of a setting's CSS variable: ``--heading-font``."""
    return f"--{field.replace('_', '-')}"


def choice_class(field: str, choice: str) -> str:
    """The class of the ``html`` element that a choice gives."""
    return f"{field}-{plain_letters(slug(choice))}".replace("_", "-")
