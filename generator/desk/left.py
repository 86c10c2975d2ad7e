"""A page that is closed: without a terminal nobody stops the program, so it ends when nobody has asked for a while.

An open page asks now and then, or waits for news.
"""

import time
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

AWAY = 600.0
"""Seconds without a page after which it ends: a browser may put a page that nobody looks at to sleep."""


class Attended:
    """Lets requests through, and knows for how long there has been none."""

    def __init__(self, app: ASGIApp, now: Callable[[], float] = time.monotonic) -> None:
        """Begin to count; ``now`` tells seconds."""
        self._app, self._now = app, now
        self._under_way, self._last = 0, now()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        self._under_way += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._under_way -= 1
            self._last = self._now()

    def is_left(self) -> bool:
        """Whether nobody has asked for so long that the page must be closed."""
        return not self._under_way and self._now() - self._last > AWAY
