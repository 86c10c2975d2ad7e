"""What takes too long is stopped, and Ctrl-C is still Ctrl-C."""

import _thread
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.document.errors import DrawingError
from generator.document.pdf import draw as pdf
from generator.document.pdf.draw import report_pdf
from generator.document.pdf.time_limit import TooSlowError, at_most

HTML = "<html lang=sv><title>t</title><body><p>{}</p></body></html>"


def rest(seconds: float) -> None:
    """Keep a processor busy: what only waits has done nothing that could take too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def interrupt() -> None:
    _thread.interrupt_main()
    rest(1)


def limited(seconds: float, what: Callable[[], None]) -> None:
    with at_most(seconds):
        what()


def test_what_takes_too_long_is_stopped() -> None:
    with pytest.raises(TooSlowError):
        limited(0.05, lambda: rest(30))


def test_a_background_job_that_ignores_interrupts_is_stopped_too() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with pytest.raises(TooSlowError):
            limited(0.05, lambda: rest(30))
    finally:
        signal.signal(signal.SIGINT, before)


def test_an_interrupt_by_the_user_stays_one() -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            limited(60, interrupt)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_report_that_cannot_be_drawn_in_time_is_told_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf, "SHORTEST_TIME", -199.9)
    with pytest.raises(DrawingError, match=r"blev inte klar .* i texterna"):
        report_pdf(HTML.format("ord " * 250_000), tmp_path)
