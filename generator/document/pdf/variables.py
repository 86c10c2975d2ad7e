"""The look's variables put in place in the base style sheet: WeasyPrint works them out anew for every kind of element.

It is done for what is drawn alone, so that style sheets of all other editions keep their variables; and only where it
can change nothing: with variables that are set once, for the whole document, and by nobody else.
"""

import re
from collections.abc import Mapping
from typing import Any

from generator.document.style_limits import written_in
from generator.ground.places import base_folder
from generator.look.chosen import ChosenLook
from generator.look.folders import STYLE, text_of_file

USED = re.compile(r"var\((--[\w-]+)\)(?![\w%.-])")
SET = re.compile(r"(?<!var\()(--[\w-]+)")
UNCLEAR = re.compile(r"@import|@[\w-]*\\|--[\w-]*\\|\\0*2d|\\-", re.IGNORECASE)
"""What may set a variable without showing its name: another style sheet, or letters written as numbers."""


def settle_variables(root: Any, chosen: ChosenLook) -> None:
    """Put the variables of ``chosen`` in place in the base style sheet of ``root``, an HTML document as a tree.

    Nothing is done where the document has other style sheets than those of its look, or one that cannot be read here.
    """
    base = (text_of_file(base_folder() / "base.css", base_folder()) or "").rstrip("\n")
    inside = next((style for style in root.iter("style") if base in (style.text or "")), None)
    sheets = [look.text(STYLE) for look in reversed(chosen.folders) if look.has(STYLE)]
    if inside is None or None in sheets or _linked(root) != [path.resolve().as_uri() for path in chosen.style_sheets]:
        return
    before, _, after = inside.text.partition(base)
    others = "\n".join(
        [base, after, *filter(None, sheets), *(css for element, css in written_in(root) if element is not inside)]
    )
    if not UNCLEAR.search(others):
        values = _of_root(before, chosen, set(SET.findall(others)))
        inside.text = before + settled(base, values) + after


def settled(css: str, values: Mapping[str, str]) -> str:
    """Put ``values`` of variables by their names where ``css`` asks for them, without one to fall back on."""
    return USED.sub(lambda found: values.get(found[1], found[0]), css)


def _linked(root: Any) -> list[str]:
    return [link.get("href", "") for link in root.iter("link") if "stylesheet" in link.get("rel", "").lower()]


def _of_root(before: str, chosen: ChosenLook, set_elsewhere: set[str]) -> dict[str, str]:
    """The look's variables that are set once, where ``report.html`` sets them all."""
    names = SET.findall(before)
    return {
        name: value
        for name, value in chosen.look.css_variables()
        if f"  {name}: {value};\n" in before and names.count(name) == 1 and name not in set_elsewhere
    }
