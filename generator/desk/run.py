"""Serving the page, on this machine or to many behind a proxy, until it is stopped."""

import logging
import secrets
import socket
import threading
import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from starlette.types import ASGIApp

from generator.desk.app import application
from generator.desk.guard import Guard, doors
from generator.desk.intake import Intake, Limits
from generator.desk.left import Attended
from generator.desk.line import Pool
from generator.desk.office import Office
from generator.desk.punctual import Punctual
from generator.desk.room import own_room
from generator.desk.workers import log

HERE = "127.0.0.1"
_ENDING, _OFFICE_ENDING = 2, 20
"""Seconds that are given to requests under way when it is stopped."""
_HEAD = 16_384
"""Bytes that the head of a request may have."""
_PORTS = {"https": 443, "http": 80}
_ASIDE = 5
"""How far drawings step aside for examinations, which somebody waits for at each save."""


_LOOKS = 5.0
"""Seconds between looks at whether the page is closed."""


def at_home(
    given: Path | None, port: int, tell: Callable[[str], None], *, browser: bool, until_left: bool = False
) -> None:
    """Serve the page to this machine alone, of a folder or of what is dropped on it, and open the browser.

    ``until_left``: until the page has been closed for a while, where nobody has a terminal to stop it in.

    Raises:
        OSError: the port is taken.

    """
    _log_nothing()
    token = secrets.token_urlsafe(24)
    with own_room(), _listening(HERE, port) as listening:
        port = int(listening.getsockname()[1])
        address = f"http://{HERE}:{port}/{token}/"

        def begun() -> None:
            tell(address)
            if browser:
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

        attended = Attended(application(Pool(1), Pool(1), given, begun, sketching=Pool(1)))
        own = (f"{HERE}:{port}", f"localhost:{port}")
        guarded = Guard(Intake(attended), doors(own, token=token))
        serve(guarded, listening, _ENDING, attended.is_left if until_left else None)


@dataclass(frozen=True, slots=True)
class Service:
    """Where many are served: an IP address and a port, so many workers, and the address that all know it by.

    ``public`` is ``https://name`` with a port where it has one, empty where there is no proxy; ``prefix`` a path such
    as ``/arsredovisning`` that every request has before its own.
    """

    host: str
    port: int
    workers: int
    public: str = ""
    prefix: str = ""


def for_many(service: Service, tell: Callable[[str], None]) -> None:
    """Serve the page to whoever the proxy lets through, until a signal comes.

    Raises:
        OSError: the address cannot be listened on, or there is nowhere to put down what is sent.
        WorkError: no worker could be begun.

    """
    _log_to_errors()
    examining = Pool(service.workers, 32 * service.workers)
    drawing = Pool((service.workers + 1) // 2, 8 * service.workers, niceness=_ASIDE)
    with own_room(), _listening(service.host, service.port) as listening:
        port = int(listening.getsockname()[1])
        here = f"[{service.host}]" if ":" in service.host else service.host
        own = (f"{here}:{port}", f"localhost:{port}", f"{HERE}:{port}")
        scheme, public = _known_as(service.public)
        guarded = Guard(
            Intake(
                application(examining, drawing, None, lambda: tell(f"http://{here}:{port}{service.prefix}/")),
                Limits(requests=64 * service.workers),
            ),
            doors(own, public, prefix=service.prefix, scheme=scheme),
        )
        try:
            serve(Office(guarded, service.prefix, lambda: examining.well), listening, _OFFICE_ENDING)
        finally:
            examining.end()
            drawing.end()


def serve(app: ASGIApp, listening: socket.socket, ending: int, is_left: Callable[[], bool] | None = None) -> None:
    """Answer what comes to a socket until a signal comes, or until all have left."""
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="on",
        http=Punctual,
        ws="none",
        h11_max_incomplete_event_size=_HEAD,
        timeout_graceful_shutdown=ending,
    )
    server = uvicorn.Server(config)
    if is_left is not None:
        threading.Thread(target=_end_when, args=(is_left, server), daemon=True).start()
    server.run([listening])


def _end_when(is_left: Callable[[], bool], server: uvicorn.Server) -> None:
    while not is_left():
        time.sleep(_LOOKS)
    server.should_exit = True


def _listening(host: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_REUSEADDR") and not hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # not on Windows
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()  # before its address is told: who comes early waits
    except OSError:
        listening.close()
        raise
    return listening


def _known_as(public: str) -> tuple[str, tuple[str, ...]]:
    """The scheme of the address that all know, and its host as browsers send it: the scheme's own port is left out."""
    if not public:
        return "https", ()
    parts = urlsplit(public)
    host, usual = parts.netloc.lower(), _PORTS[parts.scheme]
    bare = host.removesuffix(f":{usual}")
    return parts.scheme, (bare, f"{bare}:{usual}") if bare != host or parts.port is None else (host,)


def _log_nothing() -> None:
    log.addHandler(logging.NullHandler())
    log.propagate = False


def _log_to_errors() -> None:
    told = logging.StreamHandler()
    told.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%d %H:%M:%S"))
    log.addHandler(told)
    log.propagate = False
