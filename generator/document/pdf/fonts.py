"""Fonts: a configuration for fontconfig that knows those of the program and the look, and no others."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  {folders}
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


@cache
def fonts_only(fonts: tuple[Path, ...]) -> str:
    """Write a configuration for fontconfig with some folders only, so that no font of the computer can slip in."""
    place = Path(tempfile.mkdtemp(prefix="arsredovisning-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    folders = "".join(f"<dir>{escape(str(path.resolve()))}</dir>" for path in fonts)
    config = place / "fonts.conf"
    config.write_text(FONTCONFIG.format(folders=folders, cache=escape(str(place))), encoding="utf-8")
    return str(config)
