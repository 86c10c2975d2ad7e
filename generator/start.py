"""The first thing that runs. From here on Ctrl+C is answered in a word, also while the program is being loaded."""

import gc
import signal
import sys

from generator.isolated import isolate
from generator.memory import bound_memory
from generator.stopping import STOPPED, StoppedError, deafen, listen, status_of
from generator.streams import open_closed_streams

_GARBAGE_THRESHOLD = 500_000
"""Objects made between looks for garbage: in so short a run Python's usual 700 cost a tenth of it and free little."""


def main() -> None:
    """Load the program and run it.

    Raises:
        SystemExit: always, with the status of the command.

    """
    isolate()  # before anything of it is loaded
    listen()
    gc.set_threshold(_GARBAGE_THRESHOLD)  # before the loading, in which most that is made stays
    open_closed_streams()
    bound_memory()
    try:
        from generator.cli import main as run  # noqa: PLC0415 - the loading is what may be stopped

        run()
    except (KeyboardInterrupt, StoppedError) as stopped:
        print(STOPPED, file=sys.stderr)  # noqa: T201 - click may not be loaded yet
        sys.exit(status_of(getattr(stopped, "number", signal.SIGINT)))
    finally:
        deafen()
