"""A limit to how long a report may be drawn: a style sheet can ask for more than any computer can lay out."""

import _thread
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_LOOKED = 1.0
"""Seconds between two looks at how long it has taken."""


class TooSlowError(BaseException):
    """What was done took longer than it may. No library takes it for a fault of its own and goes on."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop what is done within when it has taken that much of a processor. Only the main thread can be stopped.

    Raises:
        TooSlowError: it took longer. Where it is not heard, it is raised again.

    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    over, done = threading.Event(), threading.Event()
    before = signal.getsignal(signal.SIGINT)
    until = time.process_time() + seconds

    def interrupted(number: int, frame: FrameType | None) -> None:
        if over.is_set() and done.is_set():
            return  # it came too late to stop anything
        if over.is_set():
            raise TooSlowError
        if callable(before):
            before(number, frame)

    def watch() -> None:
        # A processor shared with others is no reason to stop: what counts is what has been done.
        while not done.wait(min(_LOOKED, seconds)):
            if time.process_time() > until:
                over.set()
                _thread.interrupt_main()

    # A handler of its own, for one that ignores interrupts, as that of a background job, would ignore the limit too.
    signal.signal(signal.SIGINT, interrupted)
    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield
    finally:
        done.set()
        watching.join()  # so that no interrupt is on its way when the old handler is back
        signal.signal(signal.SIGINT, before)
