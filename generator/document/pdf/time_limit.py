"""A limit to how long a report may be drawn: a style sheet can ask for more than any computer can lay out."""

import _thread
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooSlowError(Exception):
    """What was done took longer than it may."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop what is done within when it has taken so long. Only the main thread can be stopped; others run on.

    Raises:
        TooSlowError: it took longer.

    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    over = threading.Event()
    before = signal.getsignal(signal.SIGINT)

    def interrupted(number: int, frame: FrameType | None) -> None:
        if over.is_set():
            raise TooSlowError
        if callable(before):
            before(number, frame)

    def stop() -> None:
        over.set()
        _thread.interrupt_main()

    # A handler of its own, for one that ignores interrupts, as that of a background job, would ignore the limit too.
    signal.signal(signal.SIGINT, interrupted)
    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        signal.signal(signal.SIGINT, before)
