"""Which files a run opens, and whether it asks for the network, as the operating system sees it (strace)."""

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pdfs import ROOT

COMMANDS = (
    "check a", "render a --output ut", "render a b --output ut", "figures a", "compare a b", "new c --from a", "rules",
    "template min", "--help",
)  # fmt: skip
COMMAND = Path(sys.executable).with_name("arsredovisning")
SYSTEM = (
    "/lib",
    "/usr/lib",
    "/usr/share/fontconfig/conf.avail",  # the rules that fontconfig lists, and does not follow
    "/usr/share/locale",
    "/usr/share/zoneinfo",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/ssl/openssl.cnf",
    "/proc/filesystems",  # libselinux, as it is loaded
    "/sys/devices/system/cpu/online",  # glibc, where several threads ask for memory at the same time
    "/dev/null",
)
"""The operating system's libraries, locales and settings of libraries."""

_CALL = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_AT = re.compile(r"^\d+<([^>]*)>|^AT_FDCWD<([^>]*)>")
_OPENING = {"open", "openat", "openat2", "creat", "execve", "readlink", "readlinkat"}
_NETWORK = {"socket", "connect", "bind", "sendto", "sendmsg", "listen", "accept"}


def traced(arguments: Sequence[object], cwd: Path) -> list[str]:
    """Run a command, and give each file outside that it opened, and each call for the network."""
    with TemporaryDirectory(prefix="spår-") as place:
        told, temporary = Path(place) / "calls", Path(place) / "tmp"
        temporary.mkdir()
        command = ["strace", "-f", "-y", "-qq", "-e", "trace=file,network", "-o", told, COMMAND, *arguments]
        done = subprocess.run(  # noqa: S603
            list(map(str, command)), cwd=cwd, env=os.environ | {"TMPDIR": str(temporary)}, check=False,
            capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode not in {0, 1, 3}:
            raise RuntimeError(done.stderr)
        return sorted(set(_outside(told.read_text(errors="replace").splitlines(), cwd, temporary)))


def _outside(calls: Sequence[str], cwd: Path, temporary: Path) -> Iterator[str]:
    """What is neither in the folder, nor the program's, Python's, or the system's."""
    places = (
        cwd,
        temporary,
        *map(Path, {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()}),
        *map(Path, SYSTEM),
    )
    program = (ROOT / "generator", ROOT / "templates", ROOT / "docs")
    for line in calls:
        call = _CALL.match(line)
        if call and call[1] in _NETWORK:
            yield f"{call[1]}({call[2][:80]}"
        path = _PATH.search(call[2]) if call and call[1] in _OPENING else None
        if call and path and int(call[3]) >= 0:
            at = _AT.match(call[2])
            shown = cwd / _plain(at[1] or at[2] if at else "") / _plain(path[1])
            if not any(shown.is_relative_to(each) for each in (*places, *program)) and not _is_own(shown):
                yield str(shown)


def _plain(name: str) -> str:
    """A name that strace writes with the bytes of its other letters as numbers."""
    return name.encode().decode("unicode_escape").encode("latin-1").decode(errors="replace")


def _is_own(path: Path) -> bool:
    """Whether it is the process itself, what its processes share, or a folder on the way to the program."""
    return ROOT.is_relative_to(path) or str(path).startswith(("/proc/self/", "/dev/shm/sem."))  # noqa: S108


def main() -> None:
    """Tell what each command opens outside, for a copy of an input."""
    import shutil  # noqa: PLC0415

    if not shutil.which("strace"):
        sys.exit("strace is not there: apt-get install strace")
    with TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("a", "b"):
            shutil.copytree(ROOT / "inputs" / "sofint-2020", folder / name)
        (folder / "b" / "mall").mkdir()
        (folder / "b" / "mall" / "cover.html").write_text('{% extends "base/cover.html" %}\n')
        for command in COMMANDS:
            found = traced(command.split(), folder)
            print(f"{command}: {len(found)} outside", *found, sep="\n    ")  # noqa: T201


if __name__ == "__main__":
    main()
