"""The bytes of a PDF's objects, made once: the file asks for them, and so does the identifier made of its content."""

from typing import Any

import pydyf


class _Settled(pydyf.Object):  # type: ignore[misc]
    """What an object has become; it has the object's place in the file, and its bytes."""

    data = b""
    compressible = False

    def __init__(self, made: Any) -> None:
        super().__init__()
        self.number, self.generation = made.number, made.generation
        self.data, self.compressible = made.data, made.compressible


def settle(pdf: Any) -> None:
    """Put objects with finished bytes in the place of all others; nothing in ``pdf`` can be changed after that."""
    pdf.objects[:] = [thing if thing.free == "f" else _Settled(thing) for thing in pdf.objects]
