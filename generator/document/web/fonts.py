"""The fonts of a page, each with the letters that the page uses and no others."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from generator.look.chosen import ChosenLook
from generator.look.fonts import FONT_SUFFIXES, family, is_slanted
from generator.opener import FONT, listed, read


def font_faces(chosen: ChosenLook, letters: Iterable[str], *, slanted: bool = True) -> Iterator[str]:
    """Rules for the fonts of a look (``@font-face``), italics only if ``slanted``; same letters, same bytes."""
    look, used = chosen.look, "".join(letters)
    wanted = {look.body_font, look.heading_font, look.table_font}
    for folder in chosen.font_folders:
        for path in listed(folder):
            name = family(path, folder) if path.suffix.lower() in FONT_SUFFIXES else ""
            if name in wanted and (slanted or not is_slanted(path, folder)):
                weight, style, data = _small(path, folder, used)
                yield (
                    f"@font-face {{ font-family: '{name}'; font-weight: {weight}; font-style: {style}; "
                    f"font-display: swap; src: url(data:font/woff2;base64,{data}) format('woff2') }}"
                )


@lru_cache(maxsize=32)
def _small(path: Path, within: Path, letters: str) -> tuple[int, str, str]:
    from fontTools.subset import Options, Subsetter, load_font, save_font  # noqa: PLC0415 - dear to import

    options = Options()
    options.flavor, options.recalc_timestamp = "woff2", False
    font = load_font(BytesIO(read(path, within, FONT)), options)
    weight, slant = font["OS/2"].usWeightClass, font["post"].italicAngle
    subsetter = Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    small = BytesIO()
    save_font(font, small, options)
    return weight, "italic" if slant else "normal", b64encode(small.getvalue()).decode()
