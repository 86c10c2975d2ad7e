"""Prose: the report's texts from Markdown to HTML. Texts are data: no HTML passes through, and nothing in them runs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup
from markupsafe import escape as escaped

from generator.figures.figure import Figure
from generator.ground.formatting import capital_first
from generator.ground.names import folded
from generator.ground.word_notes import name_called, parted
from generator.texts.figures import FigureTexts, is_figure
from generator.texts.items import AS_IS
from generator.texts.markdown import NOTE_CALL, parse, without_definitions
from generator.texts.prompts import without_prompts
from generator.texts.reference import Reference
from generator.texts.sizes import sized
from generator.texts.targets import KINDS, Targets
from generator.view.marks import Mark, unmarked


@dataclass(slots=True)
class ProseContext:
    """What the texts of one report share: what they may refer to, its figures, and the footnotes so far.

    Footnotes are numbered in the order in which the texts are written, so write them in the report's order. One that
    says the same as another under the same heading, or has the same name and words anywhere, is written once: ``near``
    and ``named`` have the numbers so far. ``defined`` are the notes that have a name and one text in the whole report.
    ``mark`` tells which figure a number is.
    """

    targets: Targets = field(default_factory=Targets)
    figures: FigureTexts | None = None
    footnotes: int = 0
    near: dict[str, int] = field(default_factory=dict)
    named: dict[tuple[str, str], int] = field(default_factory=dict)
    defined: Mapping[str, Sequence[Sequence[Token]]] = field(default_factory=dict)
    mark: Mark = unmarked


def prose_html(text: str, context: ProseContext) -> str:
    """Turn a text into HTML; empty for no text. A heading, where one slipped through, becomes a bold line."""
    text = without_prompts(text)
    if not text:
        return ""
    return _Writer(context).blocks(parse(text))


def words_html(text: str, context: ProseContext) -> str:
    """Turn words of a few with notes in them into HTML: of Markdown's marks only those in the notes are any."""
    writer = _Writer(context)
    return "".join(writer.note(part) if place % 2 else _on_lines(part) for place, part in enumerate(parted(text)))


def inline_html(text: str, context: ProseContext) -> str:
    """Turn a text of one paragraph into HTML that stands in another."""
    return _Writer(context).inline(text)


def note_html(note: str, context: ProseContext) -> str:
    """Turn what a note says into HTML, of its own words or of the name that it calls, where no call can stand."""
    content = context.defined.get(name_called(note))
    return inline_html(note, context) if content is None else _Writer(context).lines(content)


def _on_lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")


class _Writer:
    """Writes the tokens of one text. A footnote called twice is written once and called by its number then."""

    def __init__(self, context: ProseContext) -> None:
        self._context = context
        self._rules: Mapping[str, Callable[[Token], str]] = {
            "reference": self._reference,
            "figure": self._figure,
            "image": _image,
            NOTE_CALL: self._call,
            "table_open": lambda _: '<table class="prose-table">',
            "th_open": lambda token: f'<th scope="col"{_alignment(token)}>',
            "td_open": lambda token: f"<td{_alignment(token)}>",
            "paragraph_open": _paragraph_open,
            "heading_open": lambda _: '<p class="run-in">',
            "heading_close": lambda _: "</p>",
        }

    def blocks(self, tokens: Sequence[Token]) -> str:
        """Write block tokens."""
        kept = [*without_definitions(tokens)]
        return "".join(
            self._inline(token.children or []) if token.type == "inline" else self._one(_leading(token, following))
            for token, following in zip(kept, [*kept[1:], None], strict=False)
        )

    def inline(self, text: str) -> str:
        """Write the words of a text, without what begins and ends its paragraphs."""
        return "<br>".join(map(self._inline, _lines_of(text)))

    def _inline(self, tokens: Sequence[Token]) -> str:
        return "".join(map(self._one, tokens))

    def _one(self, token: Token) -> str:
        rule = self._rules.get(token.type)
        return rule(token) if rule else str(_USUAL.renderer.render([token], _USUAL.options, {}))

    def _reference(self, token: Token) -> str:
        """Write what a reference is called, with a link to it, or its figure; what it said where it means nothing."""
        reference = token.meta["reference"]
        if folded(reference.name) not in KINDS and is_figure(reference):
            words = self._context.figures.words(reference) if self._context.figures else None
            return escape(reference.raw) if words is None else self._marked(words, reference)
        meant = self._context.targets.find(reference)
        if not meant:
            return escape(reference.raw)
        words = meant[0].words
        words = capital_first(words) if reference.name[0].isupper() else words
        return f'<a href="#{escape(meant[0].anchor)}">{escape(words)}</a>' if meant[0].anchor else escape(words)

    def _marked(self, words: str, reference: Reference) -> str:
        """The words of a figure, with the mark of it."""
        figure = self._context.figures.figure(reference) if self._context.figures else None
        return str(escaped(self._context.mark(words, figure) if isinstance(figure, Figure) else words))

    def _figure(self, token: Token) -> str:
        image = (token.children or [])[0]
        title = str(image.attrs.get("title", ""))
        image = image.copy(attrs={name: value for name, value in image.attrs.items() if name != "title"})
        caption = f"<figcaption>{escape(title)}</figcaption>" if title else ""
        return f"<figure>{self._one(image)}{caption}</figure>\n"

    def _call(self, token: Token) -> str:
        """Write a footnote where it is called: the style sheet moves it to the foot of the page.

        The call is a link to the note, unless the note holds a link: links do not nest.
        """
        label = token.meta.get("label", "")
        content = token.meta["content"] or self._context.defined.get(label)
        return "" if content is None else self._noted(content, label)

    def note(self, text: str) -> str:
        """Write a footnote of its own text, or of the name that the text calls, where it is called."""
        name = name_called(text)
        if not name:
            return self._noted(_lines_of(text), "")
        content = self._context.defined.get(name)
        return escape(text) if content is None else self._noted(content, name)

    def lines(self, content: Sequence[Sequence[Token]]) -> str:
        """Write what a note says; no note stands in it."""
        return "<br>".join(self._inline([inner for inner in line if inner.type != NOTE_CALL]) for line in content)

    def _noted(self, content: Sequence[Sequence[Token]], label: str) -> str:
        words = self.lines(content)
        context = self._context
        number = context.near.get(words) or (context.named.get((label, words)) if label else None)
        if number:
            said = escape(Markup(words.replace("<br>", " ")).striptags())  # noqa: S704 - nothing is drawn of it
            return f'<a class="footnote-again" href="#n{number}" data-words="{said}">{number}</a>'
        context.footnotes += 1
        number = context.near[words] = context.footnotes
        if label:
            context.named[label, words] = number
        note = f'<note id="n{number}">{words}</note>'
        return note if "<a " in words else f'<a class="footnote-call" href="#n{number}">{note}</a>'


def _lines_of(text: str) -> list[Sequence[Token]]:
    return [token.children for token in parse(f"{AS_IS}{text}") if token.children]


_USUAL = MarkdownIt("commonmark", {"xhtmlOut": False})
"""Writes what needs nothing of ours."""


_KIND = "kind"
"""The class of a paragraph, in what its token knows of it."""


def _alignment(token: Token) -> str:
    return ' class="right"' if "right" in str(token.attrs.get("style", "")) else ""


def _image(token: Token) -> str:
    """Write a picture, no wider than it is in the Word file that it lies in."""
    address, millimetres = sized(str(token.attrs["src"]))
    size = {"style": f"max-width: min(100%, {millimetres}mm)"} if millimetres else {}
    return str(_USUAL.renderer.render([token.copy(attrs={**token.attrs, "src": address, **size})], _USUAL.options, {}))


def _paragraph_open(token: Token) -> str:
    """Begin a paragraph; one within a point of a list begins a new line there instead."""
    if token.hidden:
        return "<br>" if token.meta.get("follows") else ""
    return f'<p class="{kind}">' if (kind := token.meta.get(_KIND)) else "<p>"


def _leading(token: Token, following: Token | None) -> Token:
    """Mark the beginning of a paragraph that is bold from end to end: it leads in what stands under it."""
    inside = (following.children or []) if following and token.type == "paragraph_open" else []
    kinds = [child.type for child in inside if child.type != "text" or child.content]
    is_bold = kinds[:1] == ["strong_open"] and kinds.index("strong_close") == len(kinds) - 1
    return token.copy(meta={**token.meta, _KIND: "leads"}) if is_bold else token
