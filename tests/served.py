"""A running server, and asking it as a browser does, or as nobody should."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("arsredovisning")
NAME, PREFIX = "arsredovisning.example.se", "/ar"
"""What the server of the tests is known as, and beneath what."""
BOUNDARY = "gräns".encode().hex()
_WAIT = 60.0
_OWN = frozenset(("fonts.conf", "CACHEDIR.TAG"))


@dataclass(frozen=True)
class Reply:
    """What was answered."""

    status: int
    headers: Mapping[str, str]
    data: bytes

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", errors="replace")


@dataclass
class Served:
    """A server under way: its port, its process, the folder that it puts down files in, what it has logged."""

    port: int
    process: subprocess.Popen[str]
    room: Path
    log: Path
    prefix: str = PREFIX
    host: str = NAME
    own: dict[str, str] = field(default_factory=lambda: {"x-arsredovisning": "1"})

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_WAIT)
        try:
            connection.request(method, path, body, {"host": self.host, **(headers or {})})
            answer = connection.getresponse()
            names = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, names, answer.read())
        finally:
            connection.close()

    def send(self, path: str, files: Mapping[str, bytes], headers: Mapping[str, str] | None = None) -> Reply:
        kind = f"multipart/form-data; boundary={BOUNDARY}"
        given = {"content-type": kind, **self.own, **(headers or {})}
        return self.ask(f"{self.prefix}{path}", "POST", form(files), given)

    def raw(self, data: bytes, seconds: float = 5.0) -> bytes:
        """Answer of the server to bytes as they are, as far as it comes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as way:
            taken = b""
            try:
                way.sendall(data)
                while more := way.recv(65536):
                    taken += more
            except (TimeoutError, ConnectionError):
                pass
            return taken

    def children(self) -> list[int]:
        """Processes that the server has begun, in whichever thread of its."""
        found: list[int] = []
        for thread in Path(f"/proc/{self.process.pid}/task").glob("*/children"):
            with suppress(OSError):  # a thread may end meanwhile
                found += map(int, thread.read_text(encoding="ascii").split())
        return found

    def left(self) -> list[Path]:
        """What lies in the server's folder besides the workers' own corners: uploads under way."""
        return [each for each in self.room.glob("arsredovisning-sida-*/*") if not each.name.startswith("arbete-")]

    def kept(self) -> list[Path]:
        """Files in the workers' corners, besides what fontconfig is told and keeps of the program's own fonts."""
        corners = (each for each in self.room.glob("arsredovisning-sida-*/arbete-*/**/*") if each.is_file())
        return [each for each in corners if each.name not in _OWN and ".cache-" not in each.name]


def form(files: Mapping[str, bytes]) -> bytes:
    """Files as a browser sends them."""
    parts = (_head(name) + data + b"\r\n" for name, data in files.items())
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def _head(name: str) -> bytes:
    said = f'content-disposition: form-data; name="file"; filename="{name}"'
    return f"--{BOUNDARY}\r\n{said}\r\n\r\n".encode()


@contextmanager
def serving(room: Path, *more: str, host: str = NAME, prefix: str = PREFIX) -> Iterator[Served]:
    """Run ``serve`` on a port of its own, putting down what it must in ``room``; it is stopped afterwards."""
    log = room.parent / f"{room.name}.log"
    public = ["--public", f"https://{host}", "--path", prefix]
    command = [str(PROGRAM), "serve", "--port", "0", *public, *more]
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(  # noqa: S603 - our own
            command, stdout=subprocess.PIPE, stderr=errors, text=True, env={**os.environ, "TMPDIR": str(room)}
        )
    assert process.stdout
    try:
        found = re.search(r":(\d+)/", process.stdout.readline())
        assert found, log.read_text(encoding="utf-8")
        yield Served(int(found[1]), process, room, log, prefix, host)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
        process.stdout.close()
