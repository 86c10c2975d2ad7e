"""What a page asks for, put into it: style sheets, and the pictures and fonts that these and the page name."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import ascii_letters, digits, punctuation
from urllib.parse import quote, urljoin
from xml.etree.ElementTree import Element

from generator.document.errors import DrawingError
from generator.document.fetched import Allowed, Fetched, fetched
from generator.document.web.tree import made, parents_of, replace_with
from generator.ground.places import templates_folder
from generator.look.chosen import ChosenLook

_USUAL = frozenset(f"{ascii_letters}{digits}{punctuation} \u00a0åäöéüÅÄÖÉÜ–−”’…·•§½×")
_SLANTED = frozenset({"em", "i", "cite", "h5", "h6"})
_ITALIC = re.compile(r"italic|oblique")
_COMMENT = re.compile(r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|/\*.*?(?:\*/|\Z)""", re.DOTALL)
_IMPORT = re.compile(r"""@import\s+(?:url\(\s*["']?([^"')]+?)["']?\s*\)|["']([^"']+)["'])([^;]*);""", re.IGNORECASE)
_DEEPEST = 5
"""Sheets that read in each other: the drawing of the PDF has already told of a ring."""
_ADDRESS = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")


class Embedder:
    """Reads what a page of a look may ask for, and gives it as addresses that hold what they mean."""

    def __init__(self, folder: Path, chosen: ChosenLook, held: Mapping[str, bytes], stand_in: str = "") -> None:
        """Take the folder of the report, its look, and pictures (JPEG) of our own making by address.

        ``stand_in`` is the address of what is shown for a picture that cannot be: without one there is no page then.
        """
        self._stand_in = stand_in
        own = ((look.path, look.within) for look in chosen.folders)
        self._allowed: Allowed = ((folder, folder), (templates_folder(), templates_folder()), *own)
        self._held = held
        self._base = f"{folder.resolve().as_uri()}/"

    def page(self, root: Element) -> None:
        """Put the style sheets and pictures of a page into it.

        Raises:
            DrawingError: one may not be read, or is not there.

        """
        for picture in root.iter("img"):
            picture.set("src", self._picture(picture.get("src") or ""))
        parents = parents_of(root)
        for link in [each for each in root.iter("link") if each.get("rel") == "stylesheet"]:
            address = urljoin(self._base, link.get("href") or "")
            sheet = made("style", self.style(self._fetched(address).data.decode("utf-8", "replace"), address))
            replace_with(parents[link], link, sheet)
        for each in root.iter():
            if "url" in (inline := each.get("style") or "").lower():
                each.set("style", self.style(inline, self._base))
        for sheet in root.iter("style"):
            sheet.text = self.style(sheet.text or "", self._base)

    def _picture(self, address: str) -> str:
        try:
            return self._data(address, self._base)
        except DrawingError:
            if self._stand_in:
                return self._stand_in
            raise

    def style(self, text: str, base: str, depth: int = 0) -> str:
        """A style sheet with what it names put into it; nothing in it can end the element that it stands in."""
        bare = _COMMENT.sub(lambda found: found[1] or " ", text)
        whole = _IMPORT.sub(lambda found: self._imported(found, base, depth), bare)
        return _ADDRESS.sub(lambda found: f"url({self._data(found[2], base)})", whole).replace("</", r"<\/")

    def _imported(self, found: re.Match[str], base: str, depth: int) -> str:
        if depth > _DEEPEST:
            raise DrawingError(["en stilmall läser in sig själv"])
        address = urljoin(base, found[1] or found[2])
        sheet = self.style(self._fetched(address).data.decode("utf-8", "replace"), address, depth + 1)
        return f"@media {found[3].strip()} {{ {sheet} }}" if found[3].strip() else sheet

    def _data(self, address: str, base: str) -> str:
        if address.startswith("data:"):
            return address
        found = self._fetched(address if address in self._held else urljoin(base, quote(address, safe="/:%#?=&+")))
        return f"data:{found.kind};base64,{b64encode(found.data).decode()}"

    def _fetched(self, address: str) -> Fetched:
        try:
            return fetched(address, self._allowed, self._held)
        except ValueError as error:
            raise DrawingError([str(error)]) from error


def letters_of(root: Element) -> Iterator[str]:
    """The letters that a page shows, small and large: a style sheet may make the one of the other.

    The usual ones are there always: most pages then have the same, and a font is cut once for all of them.
    """
    letters = "".join(set[str]().union(*root.itertext()))
    shown = set(filter(str.isprintable, f"{letters}{letters.upper()}"))
    yield from sorted(shown | _USUAL)


def has_slanted(root: Element) -> bool:
    """Whether a page has words in italics: an element that is, or a sheet of the look's own (not base's) that says so.

    Where this is mistaken a browser leans the upright letters.
    """
    own = [*root.iter("style")][1:]
    return any(_ITALIC.search(sheet.text or "") for sheet in own) or any(each.tag in _SLANTED for each in root.iter())
