"""Who sends a word at a time holds no place: neither amid a head nor amid what is sent."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from generator.desk import intake, punctual, run
from generator.desk.app import application
from generator.desk.intake import Intake
from generator.desk.line import Pool

HEAD = (
    b"POST /examined HTTP/1.1\r\nhost: a\r\ncontent-length: 900\r\n"
    b"content-type: multipart/form-data; boundary=x\r\n\r\n"
)
FILE = b'--x\r\ncontent-disposition: form-data; name="file"; filename="a.md"\r\n\r\n'


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(punctual, "HEAD_SECONDS", 0.4)
    monkeypatch.setattr(punctual, "_LOOKS", 0.1)
    monkeypatch.setattr(intake, "SECONDS", 0.4)
    monkeypatch.setattr(run, "_LOOKS", 0.05)
    ending = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))
    app = Intake(application(Pool(0), Pool(0)))
    given = (app, listening, 1, ending.is_set)
    serving = threading.Thread(target=run.serve, args=given)
    serving.start()
    yield int(listening.getsockname()[1])
    ending.set()
    serving.join(10)


def dripped(port: int, begun: bytes) -> tuple[bytes, float]:
    """What comes back when the rest comes a letter at a time, and after how long it is over."""
    since, taken = time.monotonic(), b""
    with socket.create_connection(("127.0.0.1", port), timeout=0.05) as way:
        way.sendall(begun)
        while time.monotonic() - since < 8:
            try:
                way.sendall(b"a")
                more = way.recv(65536)
            except TimeoutError:
                continue
            except OSError:
                break
            if not more:
                break
            taken += more
    return taken, time.monotonic() - since


@pytest.mark.parametrize("begun", [b"GET / HTTP/1.1\r\nhost: a\r\nx: ", b"", HEAD + FILE])
def test_what_comes_a_letter_at_a_time_is_ended(port: int, begun: bytes) -> None:
    answer, seconds = dripped(port, begun)
    assert seconds < 6
    assert answer.startswith(b"HTTP/1.1 408") if begun.startswith(HEAD) else answer == b""
