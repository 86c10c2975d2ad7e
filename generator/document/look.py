"""The Look: every colour, font and measure of a report, in one settings model.

The base look's values are the defaults. Later layers (a look's ``profil.toml``, the tab *Utseende*) replace them.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Look(BaseModel):
    """The settings of a look. Lengths are CSS lengths, colours CSS colours; each becomes a CSS variable."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    accent: str = Field("#1f4e5f", title="Huvudfärg", description="Omslag, rubriker och linjer.")
    ink: str = Field("#1c2326", title="Textfärg", description="Löpande text och siffror.")
    quiet: str = Field("#566268", title="Dämpad färg", description="Sidhuvud, sidfot och förklaringar.")
    rule: str = Field("#b9c4c8", title="Linjer", description="Tunna linjer i tabeller.")
    tint: str = Field("#eef3f4", title="Ton", description="Bakgrund bakom summor.")
    paper: str = Field("#ffffff", title="Papper", description="Sidans bakgrund.")
    heading_font: str = Field("Source Serif 4", title="Rubriktypsnitt")
    body_font: str = Field("Source Sans 3", title="Brödtextens typsnitt")
    body_size: str = Field("10pt", title="Textstorlek")
    line_height: str = Field("1.45", title="Radavstånd")
    page_size: str = Field("A4", title="Sidformat")
    margin_top: str = Field("30mm", title="Övre marginal")
    margin_bottom: str = Field("28mm", title="Undre marginal")
    margin_side: str = Field("28mm", title="Sidomarginal")

    def css_variables(self) -> str:
        """Write the settings as CSS custom properties for ``:root``."""
        lines = (
            f"--{name.replace('_', '-')}: " + (f'"{value}"' if name.endswith("_font") else value) + ";"
            for name, value in self.model_dump().items()
        )
        return "\n  ".join(lines)


def merged(*layers: Mapping[str, Any]) -> Look:
    """Make a Look of the base look and ``layers``, the last of which wins.

    Raises:
        pydantic.ValidationError: a layer has a setting that does not exist, or a value of the wrong type.

    """
    settings: dict[str, Any] = {}
    for layer in layers:
        settings |= layer
    return Look(**settings)
