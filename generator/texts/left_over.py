"""Marks that lead to nothing: what was meant for a heading, a struck word or a table, and is printed as it stands.

Each is known by what is left as text when all marks that work are read. Ordinary prose has such signs too, a product's
``5 * 3``, a table's ``*) Avser 2019``, so what is looked for is what only a mark looks like.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

from generator.model.text_kinds import Mark

_INSIDE = r"[ \u00a0]"
_BEFORE = r"(?:^|(?<=[\s(”\"]))"
_HASH = "# och ett mellanslag före rubriken"
_TIGHT = "**orden** utan mellanslag innanför"


_MARKS = {"en rubrik": Mark.HEADING, "en tabell": Mark.TABLE}
"""What is meant and does not work in every kind of text."""


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A kind of mark: how what is left of it looks, what it was meant for and what it becomes, and what to write."""

    meant: str
    instead: str
    pattern: str
    becomes: str = "skrivs ut som det står"

    def finds(self, text: str) -> Iterator[re.Match[str]]:
        """Where such a mark is left in a text."""
        return _compiled(self.pattern).finditer(text)

    def remedy(self, marks: Container[Mark]) -> str:
        """What to write where these marks work: where the meant one does not, it belongs in a document."""
        mark = _MARKS.get(self.meant)
        return self.instead if mark is None or mark in marks else "texten i Word eller texter.md, där det fungerar"


@dataclass(frozen=True, slots=True)
class Left:
    """A mark that was found, with what it is a case of."""

    found: str
    kind: LeftOver


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, made when it is first needed: few reports have any mark left."""
    return re.compile(pattern, re.MULTILINE)


_TABLE = r"^\|[^\n]*\|[ \t]*$|^[|: ]*-{2,}[ :]*\|[-|: ]*$"
_LINK = r"(?<!!)\[[^\]\n]{1,300}\](?:\((?!\s*(?:file|javascript|vbscript|data):)[^)\n]{0,300}\)?|\[[^\]\n]{0,80}\])"
_COLUMNS = r"^[^\t\n]+\t[^\n]+\n[^\t\n]+\t[^\n]+|^[^|\n]+ \| [^\n]+\n[^|\n]+ \| [^\n]+"
_POINTS = (
    r"^(?P<mark>[-*])(?=[^\W\d])[^\n]{0,200}\n(?P=mark)(?=[^\W\d])[^\n]{0,60}|^\d\.[^\W\d][^\n]{0,200}\n\d\.[^\W\d]"
)
_FORMULA = r"\$\$[^$\n]{0,300}(?:\$\$)?|\$(?=[^\s$])[^$\n]{0,100}[\\^_{][^$\n]{0,100}\$"

_RAISED = r"(?<=\w)~[\w+\-]{1,4}~(?![~\w]*~)|(?<=[\w)])\^[\w+\-]{1,4}\^"

KINDS = (
    LeftOver("en rubrik", "ett mellanslag efter #", r"^\#{1,6}[^\W\d][^\n]{0,60}(?<![.,;:])$"),
    LeftOver("en rubrik", _HASH, r"(?<=\S\n)={2,}$"),
    LeftOver("en rubrik", "högst sex #", r"^\#{7,}[^\n]{0,60}"),
    LeftOver("en lista", "ett mellanslag efter varje punkts tecken", _POINTS),
    LeftOver("genomstruken text", "bara den text som gäller", r"~~(?=[^~\s])[^~\n]{1,300}~~"),
    LeftOver("fet stil", _TIGHT, rf"(?<!\*)\*\*{_INSIDE}+[^*\n]{{1,300}}?\*\*(?!\*)"),
    LeftOver("fet stil", _TIGHT, rf"(?<!\*)\*\*[^\s*][^*\n]{{0,300}}{_INSIDE}\*\*(?!\*)"),
    LeftOver("fet stil", "två asterisker före och efter orden", rf"{_BEFORE}\*\*(?=\w)[^*\n]{{0,60}}"),
    LeftOver("fet stil", "**orden**", rf"(?<![\w_])__{_INSIDE}+[^_\n]{{1,300}}?__(?!_)"),
    LeftOver("kursiv stil", "ett understreck före och efter orden", rf"{_BEFORE}_(?=[^\W_])[^_\n]{{0,60}}"),
    LeftOver(
        "kursiv stil", "*orden* utan mellanslag innanför", rf"{_BEFORE}\*(?=[^\W_])[^*\n]{{1,300}}{_INSIDE}\*(?![\w*)])"
    ),
    LeftOver("kod", "orden utan grava accenter", r"`{1,3}[^`\n]{1,300}`{1,3}|^`{3,}[^\n]{0,40}|^~{3,}[^\n]{0,40}"),
    LeftOver("ett citattecken", "” eller ’", r"`[^`\n]{0,40}"),
    LeftOver("fet stil", "**orden**", rf"(?<![\w_])__[^\s_][^_\n]{{0,300}}{_INSIDE}__(?![\w_])"),
    LeftOver("fet stil", "**orden**", rf"{_BEFORE}__(?=[^\W_])[^_\n]{{1,60}}"),
    LeftOver("en bock i en lista", "ja, nej eller ✓", r"(?:^|(?<=\s))\[[ xX]\](?=\s)"),
    LeftOver("en fotnot", "^[fotnotens text], med båda hakparenteserna", r"\^\[[^\n]{0,60}|\[\^[^\]\n]{0,40}\]?"),
    LeftOver("en bild", "![vad bilden visar](bild.png)", r"!\[[^\]\n]{0,300}\](?:\([^)\n]{0,300}\)?)?"),
    LeftOver("en ruta", "orden utan [!…] före", r"^\[![A-Za-z]{2,20}\][^\n]{0,60}"),
    LeftOver("en innehållsförteckning", "den som ett block i fliken Innehåll", r"^\[{1,2}(?:toc|TOC|_TOC_)\]{1,2}$"),
    LeftOver("en länk", "[orden](https://www.exempel.se)", r"\[\[[^\[\]\n]{1,200}\]\]"),
    LeftOver("en länk", "[orden](https://www.exempel.se)", _LINK),
    LeftOver("en tabell", "lika många | i varje rad, och en rad med | --- | under den första", _TABLE),
    LeftOver("en tabell", "| mellan cellerna, och | --- | --- | under den första raden", _COLUMNS),
    LeftOver("ett upphöjt eller nedsänkt tecken", "tecknet självt, till exempel ² eller ₂", _RAISED),
    LeftOver("en egenskap", "orden utan klamrar", r"\{[#.][a-zA-Z][\w-]*[^{}\n]{0,60}\}"),
    LeftOver(
        "en egenskap", "orden utan klamrar", r"\{[a-z][\w-]{0,30}=[^{}\s]{1,60}(?: [a-z][\w-]{0,30}=[^{}\s]{1,60})*\}"
    ),
    LeftOver(
        "ett upphöjt tecken", "tecknet självt, till exempel ²", rf"{_BEFORE}\^(?=\w)[^\^\n]{{1,60}}(?<=\w)\^(?!\w)"
    ),
    LeftOver("understruken text", "**orden**", r"(?<![+\w])\+\+(?=[^\W\d])[^+\n]{1,300}(?<=\w)\+\+(?![+\w])"),
    LeftOver("ett streck", "---", r"^={3,}$"),
    LeftOver("en ruta", "orden utan kolon före", r"^:::[^\n]{0,60}"),
    LeftOver("markerad text", "**orden**", r"(?<![=\w])==(?=[^=\s])[^=\n]{1,300}(?<=[^=\s])==(?![=\w])"),
    LeftOver("en formel", "den med vanliga tecken", _FORMULA),
    LeftOver("en symbol", "symbolen själv, eller orden", r"(?<![\w:]):[a-z][a-z_+]{2,30}:(?![\w:])"),
    LeftOver("en definition", "en mening", r"^:[ \t]+\S[^\n]{0,60}"),
    LeftOver("ett kommando", "orden utan \\", r"^\\[a-z]{3,20}\b"),
)


UNDERLINED = LeftOver("en rubrik", _HASH, r"-+", "ett streck")
"""Hyphens under words."""


_MAY_BE = re.compile(
    r"[#=~*_`\[|${^\\\t]|:::|\+\+|(?<![\w:]):[a-z]|^:[ \t]|^-[^\W\d]|^\d\.[^\W\d]",
    re.MULTILINE,
)
"""What every kind has: most paragraphs have none of it."""


def left_over(text: str) -> Iterator[Left]:
    """The marks that are left in the words of a paragraph, one of each kind to a place, in the order of the kinds."""
    if not _MAY_BE.search(text):
        return
    taken: list[tuple[int, int]] = []
    for kind in KINDS:
        for match in kind.finds(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield Left(match[0].strip(), kind)
