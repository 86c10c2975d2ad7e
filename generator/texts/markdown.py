"""The parser of texts: Markdown as an economist writes it, with references and footnotes as tokens of their own.

What only a programmer would write is off: raw HTML, code, underlined headings. Nothing in a text is run.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_core import StateCore, smartquotes, text_join
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from generator.texts.items import kept_line
from generator.texts.points import mark_points, separate_points
from generator.texts.reference import OPENING, reference_at
from generator.texts.sizes import is_picture
from generator.texts.typed_amounts import amounts_set

LINE_BREAK = "\u2028"
"""A break of line within a paragraph or a cell, as it comes from Word."""

NOTE_CALL = "footnote_ref"
"""The token of a footnote's call; that of the plugin."""

_DEEPEST = 200
"""Tokens within each other; a line that is indented for more is words (see ``texts.items``)."""
_REMEMBERED = 512
"""Texts whose tokens are kept, some reports' all: each is parsed to be cut, to be judged and to be printed."""

_OFF = ("code", "fence", "backticks", "html_block", "html_inline", "lheading")
_TIMES = re.compile(r"(?<=\d)\*(?=\d)")
"""``5*3*2`` is a product, and its signs no marks."""
_BREAK = re.compile(r"(?<!\\)<br ?/?>", re.IGNORECASE)
_PICTURE = re.compile(
    r"(?P<words>!\[[^\]\n]{0,500}\])\(\s*(?P<file>(?:[^<>\"“”\n()]|\([^()\n]{0,100}\)){1,300}?\.\w{2,5})"
    r"(?:\s+[\"“”](?P<title>[^\"“”\n]{0,500})[\"“”])?\s*\)"
)
_ADDRESS = re.compile(r"\s{0,3}\[[^\]]*\]:\s*<?(?:[a-z]+:|#|[\w./-]+\.\w)", re.IGNORECASE)
"""A line that gives a link's address; ``[Ordförande]: Anna`` is words."""
ESCAPED = "\ufdd3"
"""What stands for a sign that was written to be printed, in what is searched for marks that lead to nothing."""


def parse(markdown: str) -> Sequence[Token]:
    """Parse a text into tokens. A footnote's content lies in its call's ``meta['content']``, None where it is missing.

    The definitions themselves stay where they were written; ``without_definitions`` leaves them out. The tokens are
    shared by all who parse the same text: none may change them.
    """
    # As plain text: a Name would be found by any of its spellings, and another than this be printed.
    return _parsed(str(markdown))[0]


def unused_links(markdown: str) -> Iterator[int]:
    """The lines that give an address by which no link or picture in the text is called: they would be lost."""
    env: dict[str, Any] = {}
    tokens = _parser().parse(str(markdown), env)
    used = {str(token.attrs.get("href", token.attrs.get("src"))) for _, token in walk(tokens)}
    known = env.get("references", {}).values()
    yield from (link["map"][0] for link in known if link["href"] not in used)
    yield from (link["map"][0] for link in env.get("duplicate_refs", ()))


@lru_cache(maxsize=_REMEMBERED)
def _parsed(markdown: str) -> tuple[tuple[Token, ...], tuple[tuple[int, int], ...]]:
    """The tokens of a text, and the lines (from, to) of each link's definition, which leaves no token."""
    env: dict[str, Any] = {}
    tokens = _parser().parse(markdown, env)
    _give_calls_their_content(tokens, env)
    return tuple(tokens), tuple((link["map"][0], link["map"][1]) for link in env.get("references", {}).values())


class _Parser(MarkdownIt):
    """A parser that takes the address of a picture's content as it is: to encode it takes minutes."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """Write an address as links have it."""
        return url if is_picture(url) else super().normalizeLink(url)


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": _DEEPEST, "quotes": "””’’", "typographer": True})
    parser.enable(["table", "smartquotes"]).disable(_OFF)
    parser.use(footnote_plugin, move_to_end=False, always_match_refs=True)
    parser.inline.ruler.before("text", "reference", _reference)
    parser.block.ruler.at("reference", _link_definition)
    parser.core.ruler.after("normalize", "as_typed", _keep_typed)
    parser.core.ruler.before("inline", "points", separate_points)
    parser.core.ruler.before("text_join", "left", _keep_what_is_left)
    parser.core.ruler.push("marks_of_points", mark_points)
    parser.core.ruler.push("tight_lists", _tighten)
    parser.core.ruler.push("figures", _pictures_alone)
    for name, rule in _OF_WORDS.items():
        parser.core.ruler.push(name, rule)
    parser.core.ruler.push("notes", _finish_notes)
    return parser


def _keep_typed(state: StateCore) -> None:
    """Let signs that are no marks be signs, and a picture's file be found though its name has spaces in it."""
    text = _PICTURE.sub(_picture, _BREAK.sub(LINE_BREAK, _TIMES.sub(r"\\*", state.src)))
    state.src = "\n".join(map(kept_line, text.split("\n")))


def _picture(found: re.Match[str]) -> str:
    title = f' "{found["title"]}"' if found["title"] else ""
    return f"{found['words']}(<{found['file']}>{title})"


def _link_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Take a line for a link's address only where it holds one."""
    line = state.src[state.bMarks[start] : state.eMarks[start]]
    return _ADDRESS.match(line) is not None and reference(state, start, end, silent)


def _keep_what_is_left(state: StateCore) -> None:
    """Keep what is printed as it stands, line by line, while it can be told from what was written to be printed so."""
    for token in state.tokens:
        if token.children:
            token.meta["left"] = "".join(map(_left, token.children))


def _left(token: Token) -> str:
    if token.type == "text" or (token.type == "text_special" and token.content == token.markup):
        return token.content
    return "\n" if token.type in ("softbreak", "hardbreak") else ESCAPED


def _reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Read ``{{ … }}`` into a token with the parsed reference."""
    if not state.src.startswith(OPENING, state.pos):
        return False
    found = reference_at(state.src[: state.posMax], state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.meta = {"reference": found}
        token.content = found.raw
    state.pos += len(found.raw)
    return True


def _tighten(state: StateCore) -> None:
    """Let no point of a list hold a paragraph of its own: the tags of the PDF want its text there itself."""
    for index, token in enumerate(state.tokens):
        if token.type == "list_item_open":
            _tighten_item(state.tokens, index)


def _tighten_item(tokens: Sequence[Token], start: int) -> None:
    depth = tokens[start].level + 1
    first = True
    for token in tokens[start + 1 :]:
        if token.type == "list_item_close" and token.level < depth:
            return
        if token.level == depth and token.type in ("paragraph_open", "paragraph_close"):
            token.hidden = True
            token.meta["follows"] = token.nesting > 0 and not first
            first = first and token.nesting > 0


def _pictures_alone(state: StateCore) -> None:
    """Turn a paragraph with nothing but a picture into a figure."""
    kept: list[Token] = []
    tokens = iter(state.tokens)
    for token in tokens:
        if kept and kept[-1].type == "paragraph_open" and _is_picture(token):
            token.type = "figure"
            kept[-1] = token
            next(tokens)
        else:
            kept.append(token)
    state.tokens = kept


def _is_picture(token: Token) -> bool:
    return token.type == "inline" and [child.type for child in token.children or ()] == ["image"]


def _break_lines(state: StateCore) -> None:
    for token in state.tokens:
        if token.children and LINE_BREAK in token.content:
            token.children = [part for child in token.children for part in _broken(child)]


def _broken(token: Token) -> Iterator[Token]:
    if token.type != "text" or LINE_BREAK not in token.content:
        yield token
        return
    for number, line in enumerate(token.content.split(LINE_BREAK)):
        if number:
            yield Token("hardbreak", "br", 0)
        yield token.copy(content=line)


def _set_amounts(state: StateCore) -> None:
    """Keep an amount and its unit on one line, and give it a minus rather than a hyphen, as the tables do."""
    for token in (child for block in state.tokens for child in block.children or ()):
        if token.type == "text":
            token.content = amounts_set(token.content)


_OF_WORDS = {"line_breaks": _break_lines, "amounts": _set_amounts}


def _finish_notes(state: StateCore) -> None:
    """Do with the words of a note in its call what has been done with all others: they are no tokens of the text."""
    for note in state.env.get("footnotes", {}).get("list", {}).values():
        if note.get("tokens"):
            words = Token("inline", "", 0, content=note["content"], children=note["tokens"])
            own = StateCore("", state.md, state.env, [words])
            for rule in (smartquotes, _keep_what_is_left, text_join, *_OF_WORDS.values()):
                rule(own)
            note["tokens"], note["left"] = words.children, words.meta["left"]


def _give_calls_their_content(tokens: Sequence[Token], env: dict[str, object]) -> None:
    defined = definitions(tokens)
    footnotes: dict[str, dict[int, dict[str, list[Token]]]] = env.get("footnotes", {})  # type: ignore[assignment]
    for _, call in walk(tokens):
        if call.type == NOTE_CALL:
            written = footnotes["list"][call.meta["id"]].get("tokens")
            call.meta["content"] = [written] if written is not None else defined.get(call.meta["label"])
            call.meta["inner"] = written or []
            call.meta["left"] = footnotes["list"][call.meta["id"]].get("left", "")


def definitions(tokens: Sequence[Token]) -> dict[str, list[list[Token]]]:
    """The footnotes that are defined by label, each with the inline tokens of its paragraphs."""
    found: dict[str, list[list[Token]]] = {}
    paragraphs: list[list[Token]] | None = None
    for token in tokens:
        if token.type == "footnote_reference_open":
            paragraphs = found.setdefault(token.meta["label"], [])
        elif token.type == "footnote_reference_close":
            paragraphs = None
        elif paragraphs is not None and token.type == "inline":
            paragraphs.append(token.children or [])
    return found


def definition_lines(markdown: str) -> Iterator[tuple[str, int, int]]:
    """The lines (from, to) of each footnote's definition with its label, and of each link's with an empty one."""
    tokens, links = _parsed(str(markdown))
    for token in tokens:
        if token.type == "footnote_reference_open" and token.map:
            yield token.meta["label"], token.map[0], token.map[1]
    for start, end in links:
        yield "", start, end


def without_definitions(tokens: Sequence[Token]) -> list[Token]:
    """The tokens that are printed where they stand."""
    kept: list[Token] = []
    inside = False
    for token in tokens:
        inside = inside or token.type == "footnote_reference_open"
        if not inside:
            kept.append(token)
        inside = inside and token.type != "footnote_reference_close"
    return kept


def walk(tokens: Sequence[Token]) -> Iterator[tuple[tuple[int, int], Token]]:
    """Give every token, also those within others, with the lines (from, to) of the block it stands in."""
    lines = (0, 1)
    for token in tokens:
        if token.map:
            lines = (token.map[0], token.map[1])
        for inner in _with_inner(token):
            yield lines, inner


def _with_inner(token: Token) -> Iterator[Token]:
    yield token
    for child in (*(token.children or ()), *token.meta.get("inner", ())):
        yield from _with_inner(child)


def plain(tokens: Sequence[Token]) -> str:
    """The words of inline tokens, without marks."""
    return "".join(
        plain(token.children) if token.children else " " if token.type in ("softbreak", "hardbreak") else token.content
        for token in tokens
    )
