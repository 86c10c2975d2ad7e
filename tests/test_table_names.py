"""What tables are called by those who hear them."""

import pytest

from generator.document.table_names import names_of_tables
from generator.document.web.tree import tree_of

HEAD = '<thead><tr><th class="unit">{}</th></tr></thead>'
HEADS = "<thead><tr><th>SUS</th><th>Två</th><th>Tre</th><th>Fyra</th><th>Fem</th></tr></thead>"


def table(corner: str = "År") -> str:
    return f"<table>{HEAD.format(corner)}</table>"


@pytest.mark.parametrize(
    ("html", "names"),
    [
        (
            f"<h1><span class='number'>3. </span>Resultaträkning</h1>{table('Belopp i kr')}",
            ["Resultaträkning, belopp i kr"],
        ),
        (f"<h2>Not 1 Intäkter<note>Ett ord</note></h2><p>Text</p>{table()}", ["Not 1 Intäkter: år"]),
        (
            "<h2>Mål</h2><table><thead><tr><th>Mål</th><th></th><th>Utfall</th></tr></thead></table>",
            ["Mål: utfall"],
        ),
        (f"<h2>Mål</h2><table>{HEADS}</table>", ["Mål: SUS, två, tre, fyra med mera"]),
        ("<h2>Mål</h2><table><tbody><tr><td>1</td></tr></tbody></table>", ["Mål"]),
        (f"<h2>Mål</h2>{table()}<p>Text</p>{table('Belopp i kr')}", ["Mål: år", "Mål, tabell 2, belopp i kr"]),
        (f"<h2>Mål</h2><p class='caption'>Tabell 1. Deltagare</p>{table('Belopp i kr')}", ["Tabell 1. Deltagare"]),
        (f"<h2>Mål</h2>{table()}<p class='caption below'>Tabell 1. Deltagare</p>", ["Tabell 1. Deltagare"]),
        (f"<h2>Mål</h2><p class='caption'>Inledning</p><p>Text</p>{table()}", ["Mål: år"]),
        (table(), ["Tabell"]),
        (f"<h2>Mål</h2><table><caption>Egen</caption></table>{table()}", ["Mål: år"]),
    ],
)
def test_a_table_is_called_by_its_caption_or_else_by_the_heading_and_the_unit_or_the_heads(
    html: str, names: list[str]
) -> None:
    assert [name.words for name in names_of_tables(tree_of(html)).values()] == names
