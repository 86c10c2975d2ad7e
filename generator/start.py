"""The first thing that runs. From here on Ctrl+C is answered in a word, also while the program is being loaded."""

import sys

STOPPED, STOPPED_STATUS = "Avbrutet.", 2


def main() -> None:
    """Load the program and run it.

    Raises:
        SystemExit: always, with the status of the command.

    """
    try:
        from generator.cli import main as run  # noqa: PLC0415 - the loading is what may be stopped

        run()
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr)  # noqa: T201 - click may not be loaded yet
        sys.exit(STOPPED_STATUS)
