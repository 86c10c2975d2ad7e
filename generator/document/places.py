"""Where the templates and fonts lie: in the package when installed, beside it in a checkout."""

from functools import cache
from pathlib import Path


@cache
def templates_folder() -> Path:
    """The folder with the looks; ``base`` is the one that all others build on."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"
