"""Several files as one, to be unpacked."""

import io
import zipfile
from collections.abc import Mapping

_STAMP = (1980, 1, 1, 0, 0, 0)
"""The time of a file in an archive: the same files are the same bytes."""
_UNIX = 3


def archive(files: Mapping[str, bytes]) -> bytes:
    """Put files together in one that can be unpacked; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as together:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, _UNIX
            together.writestr(entry, files[name])
    return packed.getvalue()
