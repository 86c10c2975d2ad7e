"""Connections that say nothing whole are closed: who asks a word a minute holds no place."""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 15.0
"""So long may the head of a request take, and what is still sent after its answer."""
_LOOKS = 5.0


class Punctual(H11Protocol):
    """A connection of uvicorn's that is looked at now and then."""

    _since = 0.0
    _look: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to look."""
        super().connection_made(transport)
        self._since = self.loop.time()
        self._look = self.loop.call_later(_LOOKS, self._looked)

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no more."""
        if self._look is not None:
            self._look.cancel()
        super().connection_lost(exc)

    def _looked(self) -> None:
        now = self.loop.time()
        if self._is_answering():
            self._since = now
        elif now - self._since > HEAD_SECONDS:
            self.transport.abort()
            return
        self._look = self.loop.call_later(_LOOKS, self._looked)

    def _is_answering(self) -> bool:
        """Whether a request is being answered; not where its head is awaited, or what came too late is drained."""
        answered = self.cycle is None or self.cycle.response_complete
        return not answered and self.conn.our_state is not h11.DONE
