"""The signs of Word's fonts of symbols, which have letters' codes: an arrow is an à in Wingdings."""

from generator.texts.items import PASTED

_FIRST, _LAST = 0xF000, 0xF0FF
"""Where Word puts the signs of such a font among the codes that mean nothing by themselves."""

_SYMBOL = (
    '"$-ABCDEFGHIJKLMNOPQRSTUVWXYZ`abcdefghijklmnopqrstuwxyz\xa0¢£¤¥¦§¨©ª«¬\xad®¯²³´¶·¸¹º»¼ÇÒÓÔÕÖØÜÝÞßàâãäåòóõ',
    "∀∃−ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ‾αβχδεφγηιϕκλμνοπθρστυωξψζ€′≤⁄∞ƒ♣♦♥♠↔←↑→↓″≥×∂•÷≠≡≈…∩®©™∏√¬⇐⇑⇒⇓◊®©™∑∫⌠⌡",
)
_WINGDINGS = ("JRlnopqruvwz\x9e\x9f¡§¨Øßàáâçèéêïðûüýþ", "☺☼●■□□□□◆◆◆⌘·•○▪☐►←→↑↓←→↑↓⇐⇒✗✓☒☑")
_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_TABLES = {
    "symbol": str.maketrans({**dict(zip(_ASCII, _ASCII, strict=True)), **dict(zip(*_SYMBOL, strict=True))}),
    "wingdings": str.maketrans({" ": " ", **dict(zip(*_WINGDINGS, strict=True))}),
    "wingdings 2": str.maketrans({" ": " ", "P": "✓", "O": "✗", "R": "☑", "Q": "☒", "£": "☐"}),
    "wingdings 3": str.maketrans({" ": " ", "f": "←", "g": "→", "h": "↑", "i": "↓", "}": "►", "q": "▲", "p": "▼"}),
    "webdings": str.maketrans({" ": " ", "a": "✓", "r": "✗", "c": "□", "g": "■", "=": "•"}),
}


def is_plain(text: str, font: str) -> bool:
    """Whether a text in a font shows the letters that it says."""
    return not _is_of_symbols(font) and not any(map(_is_code, text))


def symbol(text: str, font: str) -> tuple[str, str]:
    """The signs that a font shows for a text, and the letters or codes that are not known."""
    if not _is_of_symbols(font):
        text = text.translate(PASTED)
        return "".join(sign for sign in text if not _is_code(sign)), "".join(filter(_is_code, text))
    letters = "".join(chr(ord(sign) - _FIRST) if _is_code(sign) else sign for sign in text)
    table = _TABLES[font.casefold()]
    if any(ord(sign) not in table for sign in letters if ord(sign) <= 0xFF):  # noqa: PLR2004
        return "", text
    return letters.translate(table), ""


def _is_of_symbols(font: str) -> bool:
    return font.casefold() in _TABLES


def _is_code(sign: str) -> bool:
    return _FIRST <= ord(sign) <= _LAST
