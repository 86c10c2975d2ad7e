"""The signs of Word's fonts of symbols, which have letters' codes: an arrow is an à in Wingdings."""

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
    return font.casefold() not in _TABLES and not any(_FIRST <= ord(sign) <= _LAST for sign in text)


def symbol(text: str, font: str) -> str | None:
    """The signs that a font shows for a text; None where one of them is not known."""
    letters = "".join(chr(ord(sign) - _FIRST) if _FIRST <= ord(sign) <= _LAST else sign for sign in text)
    table = _TABLES.get(font.casefold())
    if table is None:
        return text if letters == text else None
    if any(ord(sign) not in table for sign in letters if ord(sign) <= 0xFF):  # noqa: PLR2004
        return None
    return letters.translate(table)
