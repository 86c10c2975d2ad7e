"""The insatser's texts: free headings, because what is told differs from insats to insats."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from pydantic import Field

from generator.ground.names import NO_NAME, Name, folded
from generator.ground.once import once
from generator.model import topics
from generator.model.columns import LongText, TableName
from generator.model.rows import Row, Section, Tab
from generator.model.underlag import Underlag
from generator.subjects.insatser.rows import Insats, InsatsName
from generator.texts.cells import markdown_of

DESCRIPTION, CLOSING, APPENDIX = "Beskrivning", "Avslut", "Bilaga"
AT_THE_END = (CLOSING, APPENDIX)
"""The headings whose texts stand last in the fact sheet, and without their heading."""

_LIKENESS = 0.75


class InsatsText(Row):
    """A text about an insats, with a heading of the association's own choice."""

    insats: InsatsName = Field(title="Insats", description="Insatsen, med ett namn från fliken Insatser.")
    heading: TableName = Field(
        NO_NAME,
        title="Rubrik",
        description=(
            f"{DESCRIPTION} (eller tomt) visas där insatserna beskrivs. Alla andra rubriker visas i faktabladet: "
            f"egna, till exempel Kortsiktigt mål, före ekonomin; {CLOSING} och {APPENDIX} sist och utan rubrik."
        ),
    )
    text: LongText = Field("", title="Text", description="Texten. Tomma rader skiljer stycken åt.")


TAB = Tab(
    topic=topics.INSATSER,
    name="Insatstexter",
    help="En rad per text om en insats, med fria rubriker. Texterna visas i den ordning de står här.",
    sections=(Section(InsatsText, prepared=60),),
)


def description_of(insats: Insats, underlag: Underlag) -> str:
    """What is told of an insats where the insatser are described, as Markdown."""
    return "\n\n".join(markdown_of(text.text) for text in _texts(insats, underlag) if text.heading in ("", DESCRIPTION))


def fields_of(insats: Insats, underlag: Underlag) -> Iterator[tuple[str, str]]:
    """The headings and texts that open the fact sheet, the texts as Markdown."""
    for text in _texts(insats, underlag):
        if text.heading not in ("", DESCRIPTION, *AT_THE_END):
            yield str(text.heading), markdown_of(text.text)


def endings_of(insats: Insats, underlag: Underlag) -> Iterator[str]:
    """The texts that close the fact sheet, as Markdown."""
    return (markdown_of(text.text) for end in AT_THE_END for text in _texts(insats, underlag) if text.heading == end)


def _texts(insats: Insats, underlag: Underlag) -> Iterator[InsatsText]:
    return iter(_by_insats(underlag).get(insats.key, ()))


@once
def _by_insats(underlag: Underlag) -> Mapping[Name, list[InsatsText]]:
    found: dict[Name, list[InsatsText]] = {}
    for text in underlag.rows(InsatsText):
        if text.text:
            found.setdefault(text.insats, []).append(text)
    return found


def known_heading_near(heading: str) -> str:
    """The heading with a meaning of its own that another heading nearly is; empty where none is near."""
    known = {folded(each): each for each in (DESCRIPTION, *AT_THE_END)}
    near = get_close_matches(folded(heading), known, n=1, cutoff=_LIKENESS)
    return known[near[0]] if near and folded(heading) not in known else ""
