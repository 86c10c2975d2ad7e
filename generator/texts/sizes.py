"""Pictures that lie in a text: their content is no letters, and their address says how wide they may be.

``data:image/png;width=50.0mm;base64,…``
"""

import re

SIZED = "width="
_SIZE = re.compile(rf"(?<=;){SIZED}(\d{{1,3}}\.\d)mm;")
_BEGINNING = 80
"""Letters of an address that its size is among the first of."""

CONTENT = re.compile(r"(?<=data:image/)[a-z]{1,20};(?:[a-z0-9=.]{1,30};)?base64,[A-Za-z0-9+/=]*")
"""What follows ``data:image/`` in a picture's address."""


def without_content(line: str) -> str:
    """A line of Markdown without the content of pictures in it, which nobody reads as letters."""
    return CONTENT.sub("", line) if "base64," in line else line


def is_picture(address: str) -> bool:
    """Whether an address is a picture's content and nothing else."""
    return CONTENT.fullmatch(address, len("data:image/")) is not None


def sized(address: str) -> tuple[str, str]:
    """The address without the size, and the size in millimetres; empty where it has none."""
    found = _SIZE.search(address[:_BEGINNING]) if address.startswith("data:") else None
    return (address[: found.start()] + address[found.end() :], found[1]) if found else (address, "")
