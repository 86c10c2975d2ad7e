"""How much is taken in at a time: what is sent must come within a minute, and no more than there is room for."""

import asyncio
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.desk.uploads import MOST_BYTES
from generator.desk.workers import BUSY, log

SECONDS = 60.0
"""So long may it take to send what is sent."""
AGAIN = "3"
"""Seconds after which to try again."""
TOO_LATE = "Det tog för lång tid att skicka filerna. Försök igen, gärna på ett snabbare nät."


@dataclass(frozen=True, slots=True)
class Limits:
    """Requests that may be under way at a time, and bytes that they may send together."""

    requests: int = 128
    size: int = 600_000_000


class Intake:
    """Asks those who come when there is no room to come back, before anything of theirs is read."""

    def __init__(self, app: ASGIApp, limits: Limits | None = None) -> None:
        """Stand before an application."""
        self._app, self._limits = app, limits or Limits()
        self._requests = self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in when there is room for it."""
        if scope["type"] != "http" or scope["method"] != "POST":
            await self._app(scope, receive, send)
            return
        size = min(_said(Headers(scope=scope)), MOST_BYTES)
        if self._requests >= self._limits.requests or self._size + size > self._limits.size:
            log.warning("Fullt: %s frågor är under arbete.", self._requests)
            await JSONResponse({"problem": BUSY}, 503, {"retry-after": AGAIN})(scope, receive, send)
            return
        self._requests, self._size = self._requests + 1, self._size + size
        try:
            await self._app(scope, _in_time(receive), send)
        finally:
            self._requests, self._size = self._requests - 1, self._size - size


def _said(headers: Headers) -> int:
    """How large a request says that it is; as large as may be where it does not say."""
    said = headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdigit() else MOST_BYTES


def _in_time(receive: Receive) -> Receive:
    until = asyncio.get_running_loop().time() + SECONDS
    whole = False

    async def received() -> Message:
        nonlocal whole
        if whole:
            return await receive()
        try:
            async with asyncio.timeout_at(until):
                message = await receive()
        except TimeoutError as error:
            raise HTTPException(408, TOO_LATE) from error
        whole = not message.get("more_body", False)
        return message

    return received
