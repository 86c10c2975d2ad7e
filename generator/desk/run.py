"""Serving the page on this machine, until it is stopped."""

import secrets
import socket
import threading
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from generator.desk.app import application
from generator.desk.guard import Guard
from generator.desk.left import Attended
from generator.desk.workers import Pool

HERE = "127.0.0.1"
_ENDING = 2
"""Seconds that are given to requests under way when it is stopped."""


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
    token = secrets.token_urlsafe(24)
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    with listening:
        listening.bind((HERE, port))
        port = int(listening.getsockname()[1])
        address = f"http://{HERE}:{port}/{token}/"

        def begun() -> None:
            tell(address)
            if browser:
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

        attended = Attended(application(Pool(1), Pool(1), given, begun))
        guarded = Guard(attended, (f"{HERE}:{port}", f"localhost:{port}"), token)
        serve(guarded, listening, attended.is_left if until_left else None)


def serve(app: ASGIApp, listening: socket.socket, is_left: Callable[[], bool] | None = None) -> None:
    """Answer what comes to a socket until a signal comes, or until all have left."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="on",
        timeout_graceful_shutdown=_ENDING,
    )
    server = uvicorn.Server(config)
    if is_left is not None:
        threading.Thread(target=_end_when, args=(is_left, server), daemon=True).start()
    server.run([listening])


def _end_when(is_left: Callable[[], bool], server: uvicorn.Server) -> None:
    while not is_left():
        time.sleep(_LOOKS)
    server.should_exit = True
