"""The overall verdict (*samlad bedömning*) on an area of goals: the board's own, under the goals it is about."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import folded
from generator.model.columns import LongText, ReferenceColumn, Text
from generator.model.rows import Row
from generator.model.underlag import Underlag

SCALES = "Skalor"
TITLE = "Samlad bedömning"


class AreaVerdict(Row):
    """How far an area's goals were reached taken together."""

    other_headings: ClassVar = {"area": ("Målområde",), "assessment": ("Måluppfyllelse",)}

    area: Text = Field("", title="Område", description="Området som bedömningen gäller. Tomt: målen utan område.")
    assessment: Annotated[str, ReferenceColumn(register=SCALES)] = Field(
        title="Bedömning", description="Ett steg i fliken Skalor."
    )
    comment: LongText = Field("", title="Kommentar", description="Visas under bedömningen. Får vara tom.")


def verdict_on(area: str, underlag: Underlag) -> AreaVerdict | None:
    """The verdict on an area; the first, where there are several."""
    return next((row for row in underlag.rows(AreaVerdict) if folded(row.area) == folded(area)), None)
