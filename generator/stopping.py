"""Being stopped: Ctrl+C, a terminal that is closed, a computer turned off. What was begun is undone, then it ends.

A signal becomes an exception, so that whoever made a temporary file or started a process takes it away. Only the first
one is heard: nothing disturbs the taking away.
"""

import _thread
import signal
import sys
import threading
from types import FrameType
from typing import Any

STOPPED = "Avbrutet."
_HEARD = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
_PAUSE = 0.02


class StoppedError(BaseException):
    """The process was asked to end, by another signal than that of Ctrl+C; ``number`` is the signal's."""

    def __init__(self, number: int) -> None:
        """Keep the signal's number."""
        super().__init__(number)
        self.number = number


def status_of(number: int) -> int:
    """The exit status of a process that a signal has ended, as shells tell it."""
    return 128 + number


def listen() -> None:
    """Let signals stop this process in an orderly way; one that is ignored, as by ``nohup``, still is."""
    for number in _HEARD:
        if signal.getsignal(number) not in {signal.SIG_IGN, None}:
            signal.signal(number, _stop)
    sys.unraisablehook = _once_more


def deafen() -> None:
    """Let no signal disturb what is being taken away."""
    for number in _HEARD:
        signal.signal(number, signal.SIG_IGN)


def _stop(number: int, frame: FrameType | None) -> None:
    del frame
    deafen()
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise StoppedError(number)


def _once_more(what: Any) -> None:
    """Stop where the first attempt came amid something that lets no exception through, as the end of an object."""
    if not isinstance(what.exc_value, StoppedError | KeyboardInterrupt):
        sys.__unraisablehook__(what)
        return
    number = getattr(what.exc_value, "number", signal.SIGINT)
    signal.signal(number, _stop)
    threading.Timer(_PAUSE, _thread.interrupt_main, (number,)).start()
