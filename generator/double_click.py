"""What a double click starts on Windows: the desk, without a terminal. What goes wrong is told in a window.

There is no console: what a command would have written to it is kept, and shown if the command does not succeed.
"""

import io
import sys
from collections.abc import Callable, Sequence

from generator.isolated import isolate

TITLE = "Årsredovisning"
FAILED = "Programmet kunde inte starta. Packa upp zip-filen igen, och försök på nytt."
_ERROR_SIGN, _IN_FRONT = 0x10, 0x10000
_LONGEST = 1500
"""Letters that a window shows."""


def main(arguments: Sequence[str] | None = None, tell: Callable[[str], None] | None = None) -> None:
    """Open the desk, with the folders and files that were dragged onto the icon.

    Raises:
        SystemExit: always, with the status of the command.

    """
    isolate()
    given = sys.argv[1:] if arguments is None else arguments
    heard = io.StringIO()
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(), heard, heard
    sys.argv = [TITLE, "open", "--until-closed", "--", *given]
    try:
        from generator.start import main as start  # noqa: PLC0415 - what may be missing is told

        start()
    except SystemExit as ended:
        if ended.code:
            (tell or in_a_window)(_told(heard.getvalue()))
        raise
    except Exception as error:
        (tell or in_a_window)(FAILED)
        raise SystemExit(1) from error


def _told(heard: str) -> str:
    """The last that was written, as much as a window shows."""
    return heard.strip()[-_LONGEST:] or FAILED


def in_a_window(text: str) -> None:
    """Show a text in a window of its own, and wait until it is closed; on other systems nothing is shown."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        ctypes.windll.user32.MessageBoxW(None, text, TITLE, _ERROR_SIGN | _IN_FRONT)
