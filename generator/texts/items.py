"""The marks before a list's points: each is printed as it was typed, ``3.``, ``b)`` or ``→``.

Markdown knows hyphens and numbers, and counts the numbers anew. So a line that begins with another mark is given one
that Markdown knows, with the typed one kept beside it; what becomes no point gets its own back.
"""

import re

from generator.ground.dates import A_MONTH

AS_IS = "\ufdd2"
"""Before a line: it begins nothing, whatever it begins with. Not a letter, so that nobody can have typed it."""

HARD_BREAK = "  "
"""At the end of a line: the next one begins on its own."""

_KEPT, _END = "\ufdd0", "\ufdd1"
_BLANK = "[ \t\u00a0\u2007\u202f]"
_BULLETS = "•●·▪■□◦○‣▸►▶➢➔➤➜→⇒◆◇❖◾◼★✓✔✗✘☐☑☒\uf0b7\uf0a7\uf0d8\uf0fc"
_DOT = "•●\uf0b7"
"""The bullets that a list without numbers is printed with anyhow."""
PASTED = str.maketrans("\uf0b7\uf0a7\uf0d8\uf0fc", "•▪▸✓")
"""Bullets that only Word's own fonts show, which are pasted as letters without their font."""
_LOOK = {**PASTED, **str.maketrans("➢➔➤➜◇❖◾◼", "▸→▸→◆◆■■")}
"""Bullets that the report's fonts lack, as those that look most like them."""
_LETTER = "[a-zåäöA-ZÅÄÖ]|[ivx]{2,5}"
_BEGINNING = re.compile(
    rf"(?P<within>(?:[ \t\u00a0>]|[-*](?={_BLANK}))*)"
    rf"(?P<mark>\#{{1,6}}|[-*+{_BULLETS}]|\d{{1,9}}[.)]|(?:{_LETTER})\)|\((?:\d{{1,2}}|{_LETTER})\))(?P<blank>{_BLANK}+|$)(?P<rest>.*)"
)
DEEPEST = 8
"""Lists and quotes within each other that a line may begin."""
_TOO_DEEP = re.compile(
    rf"\A((?:[ \t\u00a0]*(?:>|[-*](?={_BLANK})|\d{{1,9}}[.)](?={_BLANK}))){{{DEEPEST}}}){_BLANK}*(?=\S)"
)
_TOO_FAR_IN = re.compile(r"[ \t\u00a0]{60}")
_ONLY_MARKS = re.compile(r"[-* \t]*")
_PLAIN = dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ")
_MONTH = re.compile(rf"{A_MONTH}\b", re.IGNORECASE)
_FIRST = ("a)", "i)", "(a)", "(i)", "(1)")
_LONGEST_NUMBER = 2
_ADDRESSES = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)|(?<=\])\([^)\n]*\)|<!--.*?-->")
_NO_MARKS = dict.fromkeys(map(ord, (_KEPT, _END, AS_IS)))
_RESTORED = re.compile(rf"(?:-|[12]\)) {_KEPT}([^{_END}]{{0,60}}){_END}")
_POINT = re.compile(r"(?:[-*]|\d{1,2}[.)])\s+\S")
_LIKE_A_POINT = re.compile(
    rf"{_BLANK}*(?:(?:\d{{1,2}}[.)]|(?:{_LETTER})\)|\((?:\d{{1,2}}|{_LETTER})\)|[a-h]\.|[ivxIVX]{{1,4}}\.|\\?\+|[o–—{_BULLETS}]|[-=]>){_BLANK}+\S|[–-](?=[^\W\d]))"
)
_DASH = re.compile(rf"{_BLANK}*[–—-]")
_ENDED = re.compile(rf"[.:;,!?]{_BLANK}*$")


def item(mark: str, text: str) -> str:
    """A line of Markdown that is a point of a list with ``mark`` printed before it; indent it to put it in another."""
    return f"1) {_KEPT}{mark}{_END} {text}"


def kept_line(line: str) -> str:
    """A line of Markdown whose marks mean what they look like: no sentence becomes a list, no typed mark is lost."""
    line = _flattened(line)
    found = _BEGINNING.match(line)
    if found is None:
        return line
    mark, rest = found["mark"], found["rest"]
    within = found["within"].replace("\u00a0", " ")
    if mark[0].isdigit():
        is_sentence = len(mark) > _LONGEST_NUMBER + 1 or _MONTH.match(rest)
        begun = f"{within}{mark[:-1]}\\{mark[-1]}" if is_sentence else f"{within}{mark}"
    elif mark == "+":
        begun = f"{within}\\+"
    elif mark in _DOT:
        begun = f"{within}-"
    elif mark[0] in _BULLETS:
        begun = f"{within}- {_KEPT}{mark.translate(_LOOK)}{_END}"
    elif mark[-1] == ")":
        begun = f"{within}{'1' if mark.lower() in _FIRST else '2'}) {_KEPT}{mark}{_END}"
    else:
        begun = f"{within}{mark}"
    blank = " " if begun.endswith(_END) else found["blank"].translate(_PLAIN)
    return f"{begun}{blank}{rest}"


def signs_in(line: str) -> str:
    """What is printed of a line, its bullet with it; pictures' texts and links' addresses are not."""
    return _ADDRESSES.sub("", kept_line(line)).translate(_NO_MARKS)


def _flattened(line: str) -> str:
    """A line whose words stand in no more lists and quotes than anybody means: the parser leaves out what is deeper."""
    if _ONLY_MARKS.fullmatch(line):
        return line
    line = _TOO_DEEP.sub(lambda found: f"{found[1]} {AS_IS}", line, count=1)
    return f"{AS_IS}{line.lstrip()}" if _TOO_FAR_IN.match(line) else line


def begins_point(line: str) -> bool:
    """Whether a line begins as a point of a list does."""
    kept = kept_line(line).lstrip()
    return _POINT.match(kept) is not None


def width_of_mark(line: str) -> int:
    """The columns that the mark of a point takes for Markdown, with one blank after it."""
    return kept_line(" ".join(line.split(maxsplit=1))).index(" ") + 1


def _on_own_lines(text: str, *, is_point: bool) -> str:
    """Break before a line that begins as a point does, after one that has ended or is a point too.

    ``is_point``: the first line is the words of a point; a dash after it may be one of the sentence's.
    """
    lines = text.split("\n")
    points = [_LIKE_A_POINT.match(line) is not None for line in lines]
    for at in range(1, len(lines)):
        under = is_point and at == 1 and not _DASH.match(lines[at])
        if points[at] and (points[at - 1] or under or _ENDED.search(lines[at - 1])):
            lines[at - 1] = f"{lines[at - 1].rstrip()}{HARD_BREAK}"
    return "\n".join(lines)


def taken_apart(line: str) -> tuple[str, str] | None:
    """The typed mark and the words of a point that has one beside Markdown's; None for any other."""
    if not line.startswith(_KEPT):
        return None
    mark, _, words = line[1:].partition(f"{_END} ")
    return mark, words


def as_typed(text: str, *, is_point: bool = False) -> str:
    """Words, of a point or not, with the marks that made no point given back; what begins as one on its own line."""
    return _on_own_lines(_RESTORED.sub(r"\1", text), is_point=is_point).replace(AS_IS, "")
