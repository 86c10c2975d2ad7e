"""Serving the page on this machine, until it is stopped."""

import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from generator.desk.app import application
from generator.desk.guard import Guard
from generator.desk.workers import Pool

HERE = "127.0.0.1"
_ENDING = 2
"""Seconds that are given to requests under way when it is stopped."""


def at_home(given: Path | None, port: int, tell: Callable[[str], None], *, browser: bool) -> None:
    """Serve the page to this machine alone, of a folder or of what is dropped on it, and open the browser.

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

        app = application(Pool(1), Pool(1), given, begun)
        guarded = Guard(app, (f"{HERE}:{port}", f"localhost:{port}"), token)
        serve(guarded, listening)


def serve(app: Guard, listening: socket.socket) -> None:
    """Answer what comes to a socket until a signal comes."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="on",
        timeout_graceful_shutdown=_ENDING,
    )
    uvicorn.Server(config).run([listening])
