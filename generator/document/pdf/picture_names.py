"""What pictures are called in a PDF: by what is in them, so that the file is the same wherever they lay."""

from hashlib import sha256
from typing import Any


class Pictures(dict[str, Any]):
    """The pictures that WeasyPrint has read for a document, which it would name by their addresses."""

    def __setitem__(self, address: str, picture: Any) -> None:
        """Keep a picture, or something that belongs to one."""
        read = getattr(picture, "image_data", None)
        if read is not None:
            picture.id = sha256(read.data).hexdigest()[:32]
        super().__setitem__(address, picture)
