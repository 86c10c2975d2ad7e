"""Where the templates, fonts and guides lie: in the package when installed, beside it in a checkout."""

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


def _beside(name: str) -> Path:
    package = Path(__file__).resolve().parents[1]
    installed = package / f"_{name}"
    return installed if installed.is_dir() else package.parent / name


def package_looks() -> tuple[str, ...]:
    """The looks that come with the program, ``base`` left out."""
    return tuple(sorted(path.name for path in templates_folder().iterdir() if path.is_dir() and path.name != BASE))


def base_folder() -> Path:
    """The folder of the base look, which is complete on its own."""
    return templates_folder() / BASE
