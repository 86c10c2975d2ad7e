"""How wide a picture may be that lies in a text, told in its address: ``data:image/png;width=50.0mm;base64,…``."""

import re

SIZED = "width="
_SIZE = re.compile(rf"(?<=;){SIZED}(\d{{1,3}}\.\d)mm;")
_BEGINNING = 80
"""Letters of an address that its size is among the first of."""


def sized(address: str) -> tuple[str, str]:
    """The address without the size, and the size in millimetres; empty where it has none."""
    found = _SIZE.search(address[:_BEGINNING]) if address.startswith("data:") else None
    return (address[: found.start()] + address[found.end() :], found[1]) if found else (address, "")
