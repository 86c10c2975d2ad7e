"""Serving many: a log of what went wrong, without names of files or what is in them, and a sign of life."""

import time
from collections.abc import Callable

from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.desk.workers import log

HEALTH = "/health"
_KNOWN = ("/examined", "/made", "/new", "/begun", "/news", "/frame", "/static", HEALTH)
_BROKE = "Ett fel i programmet stoppade det. Försök igen."


class Office:
    """Stands before everything: answers whoever asks whether all is well, and tells the log what is not."""

    def __init__(self, app: ASGIApp, prefix: str, well: Callable[[], bool]) -> None:
        """Stand before an application; ``well`` tells whether work can be done."""
        self._app, self._prefix, self._well = app, prefix, well

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through and see how it goes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path = str(scope["path"]).removeprefix(self._prefix)
        if path == HEALTH and scope["method"] in {"GET", "HEAD"}:
            well = self._well()
            told, status = ("bra\n", 200) if well else ("fel\n", 503)
            await PlainTextResponse(told, status, {"cache-control": "no-store"})(scope, receive, send)
            return
        begun = time.monotonic()
        status = 0

        async def seen(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
            await send(message)

        try:
            await self._app(scope, receive, seen)
        except Exception as error:  # noqa: BLE001 - its words may be those of a file, and are not told
            log.error("Fel i programmet: %s i %s.", type(error).__name__, _where(error))
            if not status:
                await JSONResponse({"problem": _BROKE}, 500)(scope, receive, seen)
        if status >= 400:  # noqa: PLR2004 - what HTTP calls an error
            log.warning("%s %s %s (%.1f s)", status, _method(scope), _kind(path), time.monotonic() - begun)


def _method(scope: Scope) -> str:
    method = str(scope["method"])
    return method if method in {"GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS"} else "annan"


def _kind(path: str) -> str:
    """The kind of page that was asked for: one of the program's own words, whatever stood in the address."""
    return "/" if path == "/" else next((each for each in _KNOWN if f"{path}/".startswith(f"{each}/")), "annan sida")


def _where(error: BaseException) -> str:
    """The line of the program that an error comes from."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace else "?"
