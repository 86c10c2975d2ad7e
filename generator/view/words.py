"""Words of a few in the view: as they were typed, with their footnotes as such."""

import re
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.figures.figure import Figure
from generator.figures.table import Cell
from generator.ground.word_notes import notes_in, without_notes
from generator.view.prose import ProseContext, note_html, words_html

_WRITTEN = re.compile(
    r"<a [^>]*><note [^>]*>(.*?)</note></a>|<note [^>]*>(.*?)</note>"
    r"|<a class=.footnote-again[^>]*?(?: data-words=\"([^\">]*)\")?>.*?</a>",
    re.DOTALL,
)


@dataclass(slots=True)
class Words:
    """The writer of the words of one table or chart."""

    prose: ProseContext = field(default_factory=ProseContext)

    def shown(self, text: str) -> str:
        """The words as a template shows them: HTML where there is a note in them, or more than one line."""
        if "^" not in text and "\n" not in text:
            return text
        return Markup(words_html(text, self.prose))  # noqa: S704 - the words are escaped

    def number(self, text: str, cell: Cell) -> str:
        """What a cell shows: the words of it, or its figure with the mark of that."""
        return self.prose.mark(text, cell.of) if isinstance(cell.of, Figure) else self.shown(text)

    def moved(self, text: str) -> tuple[str, ...]:
        """The notes of words that stand where none can, as a table's head is on each page, led in by the words."""
        lead = f"{without_notes(text)}: "
        return tuple(Markup("{}{}").format(lead, self._said(note)) for note in notes_in(text))

    def _said(self, note: str) -> Markup:
        return Markup(note_html(note, self.prose))  # noqa: S704 - the parser escapes all HTML


def without_written(shown: str) -> str:
    """Finished words without their notes and HTML."""
    return _words(_WRITTEN.sub("", shown)) if isinstance(shown, Markup) else shown


def written_notes(shown: str) -> tuple[str, ...]:
    """What the notes in finished words say."""
    if not isinstance(shown, Markup):
        return ()
    return tuple(_words(next(filter(None, parts))) for parts in _WRITTEN.findall(shown) if any(parts))


def _words(html: str) -> str:
    return Markup(html.replace("<br>", " ")).striptags()  # noqa: S704 - nothing is drawn of it
