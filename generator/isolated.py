"""What is imported: the program and its libraries, never anything from where the user stands.

An association's folder may have come by mail, and a ``json.py`` in it would run instead of Python's own. Python looks
in the current folder where it is started with ``-c`` or ``-m``, as other processes of a pool are, and where a variable
of the environment says so.
"""

import mimetypes
import os
import sys

_HOME = os.path.realpath(os.path.join(os.path.dirname(__file__), ".."))  # noqa: PTH118, PTH120 - loads nothing more
_OWN = frozenset({_HOME, os.path.realpath(os.path.dirname(os.__file__))})  # noqa: PTH120
"""The folders of the program and of Python, which one may stand in."""

_CODE = "import sys; sys.path[:] = sys.argv[1:]; from {module} import {function}; {function}()"
"""The code of a process of its own, followed by the safe path."""


def safe_path() -> list[str]:
    """Where modules are looked for, without the current folder and what is relative to it."""
    try:
        here = os.path.realpath(os.getcwd())  # noqa: PTH109
    except OSError:  # it is gone
        here = ""
    safe = [each for each in sys.path if os.path.isabs(each) and _is_safe(os.path.realpath(each), here)]  # noqa: PTH117
    return safe if _HOME in map(os.path.realpath, safe) else [*safe, _HOME]


def command_of(module: str, function: str) -> list[str]:
    """The command that runs a function of the program in a process of its own; what it needs comes to its input."""
    return [sys.executable, "-I", "-c", _CODE.format(module=module, function=function), *safe_path()]


def _is_safe(path: str, here: str) -> bool:
    return path in _OWN or path != here


def isolate() -> None:
    """Let this process and those that it starts look for modules where it is safe."""
    sys.path[:] = safe_path()
    os.environ["PYTHONSAFEPATH"] = os.environ["PYTHONNOUSERSITE"] = "1"
    for name in ("PYTHONPATH", "PYTHONSTARTUP"):
        os.environ.pop(name, None)
    # Pydantic would look through all that is installed for what others add to it.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    # Libraries would ask the computer for its own list of types of files, and write other workbooks for it.
    mimetypes.knownfiles[:] = []
