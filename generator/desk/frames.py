"""What two processes say to each other: a head as JSON, and after it the bytes that it tells the number of.

Nothing that comes back from a process near foreign files is run or unpickled.
"""

import json
import struct
from collections.abc import Mapping
from typing import Any, BinaryIO

_SIZE = struct.Struct(">II")
MOST = 1 << 30
"""Bytes of one frame at most: a report of a thousand pages."""


class GoneError(Exception):
    """The other process is no longer there, or says what nobody can read."""


def send(stream: BinaryIO, head: Mapping[str, object], body: bytes = b"") -> None:
    """Write a frame.

    Raises:
        GoneError: nobody reads it.

    """
    data = json.dumps(head).encode()
    try:
        stream.write(_SIZE.pack(len(data), len(body)) + data + body)
        stream.flush()
    except (OSError, ValueError) as error:
        raise GoneError from error


def receive(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """Read a frame.

    Raises:
        GoneError: there is none, or it is not whole.

    """
    try:
        sizes = _SIZE.unpack(_exactly(stream, _SIZE.size))
        if sum(sizes) > MOST:
            raise GoneError
        head = json.loads(_exactly(stream, sizes[0]))
    except (OSError, ValueError, struct.error) as error:
        raise GoneError from error
    if not isinstance(head, dict):
        raise GoneError
    return head, _exactly(stream, sizes[1])


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise GoneError
    return data
