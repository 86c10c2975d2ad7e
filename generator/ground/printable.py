"""What may be shown on a terminal: no sign that it obeys or that turns a line around, and no value without end."""

import re

_OBEYED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control codes, but for tab and line feed
    r"\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"  # direction, line ends, half signs
)
_LINE_ENDS = re.compile(r"[ \t]*(?:[\n\x0b\x0c\x85\u2028\u2029]|\r\n?)[\s\x85]*|\t+")
_BYTE = 0xFF
CUT = " …"


def printable(text: str) -> str:
    r"""Show as ``\x1b`` what a terminal would obey; line ends stay."""
    return text if text.isprintable() else _OBEYED.sub(_escaped, text)


def one_line(text: str, longest: int) -> str:
    """Write what somebody typed, or called a file, on one line, its end cut off.

    A tab is a blank, and what a terminal would obey is shown.
    """
    line = text if text.isprintable() else printable(_LINE_ENDS.sub(" ", text[: longest * 2]))
    return line if len(line) <= longest else line[: longest - len(CUT)].rstrip() + CUT


def printable_json(text: str) -> str:
    """Write in JSON as a number what a terminal would obey; for other programs it is the same text."""
    return text if text.isascii() and "\x7f" not in text else _OBEYED.sub(_numbered, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code <= _BYTE else f"\\u{code:04x}"


def _numbered(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
