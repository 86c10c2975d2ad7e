"""A workbook's bytes, the same each time that it is written: openpyxl writes the clock into the file."""

import io
import re
import zipfile

from openpyxl import Workbook

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(<)")


def same_bytes_each_time(book: Workbook) -> bytes:
    """Save, then repack with fixed times: openpyxl writes the clock into the file."""
    saved = io.BytesIO()
    book.save(saved)
    packed = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z\3", content)
            entry = zipfile.ZipInfo(part.filename, FIXED_TIME)
            entry.compress_type, entry.create_system, entry.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o600 << 16,
            )
            new.writestr(entry, content, compresslevel=6)
    return packed.getvalue()
