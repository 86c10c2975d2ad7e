"""The pages of a file that is put in last in the report: where it lies, and what stands on each page."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from generator.blocks.content import Content


@dataclass(frozen=True, slots=True)
class AppendedPage(Content):
    """A page of the file."""

    kind: ClassVar[str] = "AppendedPage"

    address: Annotated[str, "bildens adress, för src"]
    alternative: Annotated[str, "det som står på sidan, för alt"]


@dataclass(frozen=True, slots=True)
class AppendedPages(Content):
    """All its pages. Until they are drawn each one's address is its number, from 1."""

    kind: ClassVar[str] = "AppendedPages"
    template: ClassVar[str] = "appended_pages"

    file: Annotated[str, "filens namn"]
    pages: Annotated[tuple[AppendedPage, ...], "sidorna, i ordning"]
