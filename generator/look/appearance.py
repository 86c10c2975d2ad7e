"""The tab *Utseende*: a form with the Look's settings, made from its fields. What is left empty is as in the look."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field, create_model

from generator.look.settings import Look
from generator.model import topics
from generator.model.columns import Text, YesNoColumn
from generator.model.rows import Row, Section, Tab, columns

TEMPLATE = "template"


def _optional_settings() -> Iterator[tuple[str, Any]]:
    for column in columns(Look):
        kind: Any = bool | None if isinstance(column.kind, YesNoColumn) else str
        empty = None if isinstance(column.kind, YesNoColumn) else ""
        yield column.name, (Annotated[kind, column.kind], Field(empty, title=column.title, description=column.help))


class _Choice(Row):
    template: Text = Field(
        "",
        title="Mall",
        description=(
            "Namnet på en mall: sofint, kontrast eller en egen mapp i templates. Tomt: grundutseendet. "
            "Allt nedanför får vara tomt och ändrar då inget."
        ),
    )


Appearance: type[Row] = create_model("Appearance", __base__=_Choice, __doc__=__doc__, **dict(_optional_settings()))
"""What may stand in the tab: the look's name, and any of the settings."""


APPEARANCE_TAB = Tab(
    topic=topics.LOOK,
    name="Utseende",
    help="Rapportens utseende. Allt får vara tomt. Det som fylls i här går före mallen.",
    sections=(Section(Appearance, form=True),),
    other_names=("Utformning", "Layout"),
)
