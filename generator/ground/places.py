"""Where the templates, fonts and guides lie: in the package when installed, beside it in a checkout.

In the folder for Windows the package is an archive, and they lie beside that.
"""

from functools import cache
from pathlib import Path

BASE = "base"
"""The look that all others build on."""


@cache
def templates_folder() -> Path:
    """The folder with the looks; ``base`` is the one that all others build on."""
    return _beside("templates")


def template_guide() -> Path:
    """The guide for those who make looks, ``mallar.md``."""
    return _beside("docs") / "mallar.md"


def own_libraries() -> Path | None:
    """The folder with the libraries of Pango, where the program brings its own."""
    folder = _beside("pango")
    return folder if folder.is_dir() else None


def desk_folder(name: str) -> Path:
    """A folder of what the page to work at is made of."""
    package = Path(__file__).resolve().parents[1]
    return (package.parent.parent if package.parent.is_file() else package) / "desk" / name


def _beside(name: str) -> Path:
    package = Path(__file__).resolve().parents[1]
    checkout = package.parent / name
    there = (package / f"_{name}", checkout, package.parent.parent / name if package.parent.is_file() else checkout)
    return next((each for each in there if each.is_dir()), checkout)


def package_looks() -> tuple[str, ...]:
    """The looks that come with the program, ``base`` left out."""
    return tuple(sorted(path.name for path in templates_folder().iterdir() if path.is_dir() and path.name != BASE))


def base_folder() -> Path:
    """The folder of the base look, which is complete on its own."""
    return templates_folder() / BASE
