"""Running the command in this process, as somebody at a terminal does, and what it answers."""

import contextlib
import io
import sys

from generator import cli


class Typing(io.StringIO):
    """Somebody at a keyboard: what is typed is seen after the question, as a terminal shows it."""

    def isatty(self) -> bool:
        return True

    def readline(self, *_: object) -> str:  # type: ignore[override]
        line = super().readline()
        sys.stdout.write(line)
        return line


def answer(*arguments: str, typed: str = "") -> str:
    """What the command answers, on its screen."""
    screen = io.StringIO()
    before = sys.stdin
    sys.stdin = Typing(typed)
    try:
        with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen), contextlib.suppress(SystemExit):
            cli.main(list(arguments))
    finally:
        sys.stdin = before
    return screen.getvalue()
