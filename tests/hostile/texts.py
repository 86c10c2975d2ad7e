"""Texts that no association has: Markdown made to keep a reader busy, vast files, and Word files of the same kinds."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from word_files import paragraph, run, word_file

from hostile.attack import Attack, Content, as_bytes
from hostile.books import EVERYTHING, letters_of_classes

HEADING = "# Förväntad utveckling\n\n"


def markdown(text: Content) -> Callable[[Path], None]:
    """Lay a text under a known heading; bytes are the whole file."""

    def put(folder: Path) -> None:
        begins = b"" if isinstance(text, bytes) else HEADING.encode()
        (folder / "texter.md").write_bytes(begins + as_bytes(text))

    return put


def in_word(*paragraphs: str) -> Callable[[Path], None]:
    """Lay a Word file with those paragraphs."""

    def put(folder: Path) -> None:
        heading = paragraph("Förväntad utveckling", style="Rubrik1")
        (folder / "texter.docx").write_bytes(word_file(heading, *paragraphs))

    return put


def texts(chance: random.Random) -> list[Attack]:
    """All attacks by text."""
    return [*_marks(), *_large(chance), *_files(), *_words()]


def _marks() -> Iterator[Attack]:
    for kind, letter in letters_of_classes():
        yield Attack(f"30 000 {kind} in a text", markdown(letter * 30_000), place="texter.md")
    yield Attack("open brackets and a link", markdown("[" * 30_000 + "](a)"), place="texter.md")
    yield Attack("pairs of stars", markdown("*a **b " * 15_000), place="texter.md")
    yield Attack("quotes in quotes", markdown(">" * 5_000 + " a"), place="texter.md")
    yield Attack("lists in lists", markdown("\n".join("  " * n + "- a" for n in range(1_000))), place="texter.md")
    yield Attack("table of 10 000 rows", markdown("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 10_000), place="texter.md")
    yield Attack("table of 2 000 columns", markdown("|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n"), place="texter.md")
    yield Attack("50 000 references", markdown("{{ arets_resultat }} " * 50_000), place="texter.md")
    yield Attack("50 000 unknown references", markdown("{{ okänt }} " * 50_000), place="texter.md")
    yield Attack("5 000 different references", markdown(" ".join(f"{{{{ namn_{n} }}}}" for n in range(5_000))))
    yield Attack("link definitions", markdown("\n".join(f"[{n}]: a" for n in range(20_000)) + "\n[1] " * 5_000))
    yield Attack("500 footnotes in a paragraph", markdown("Ord^[not om ord]. " * 500), place="texter.md")
    yield Attack("footnotes in footnotes", markdown("^[a" * 1_000 + "]" * 1_000), place="texter.md")
    yield Attack("3 000 headings of texts", markdown("\n\n".join(f"# R{n}\n\nx" for n in range(3_000))))
    yield Attack("3 000 subheadings", markdown("\n\n".join(f"## R{n}\n\nx" for n in range(3_000))), place="texter.md")


def _large(chance: random.Random) -> Iterator[Attack]:
    names = ["Kansliet", "Finansiering", "Provet", "Löner", "Styrelsen"]
    sentence = "{} kostade {} kr, vilket är {} procent mer än budget och {} kr mindre än i fjol. "
    prose = "".join(
        sentence.format(chance.choice(names), chance.randrange(10**6), chance.randrange(99), chance.randrange(10**5))
        for _ in range(5_000)
    )
    yield Attack("5 000 sentences in a paragraph", markdown(prose), place="texter.md")
    yield Attack("5 000 sentences apart", markdown(prose.replace(". ", ".\n\n")), place="texter.md")
    yield Attack("a word of 200 000 letters", markdown("a" * 200_000), place="texter.md")
    yield Attack("a word of 20 000 letters", markdown("a" * 20_000), place="texter.md")
    yield Attack("100 words of 5 000 letters", markdown(("b" * 5_000 + " ") * 100), place="texter.md")
    yield Attack("a number of 200 000 digits", markdown("9" * 200_000), place="texter.md")
    yield Attack("100 000 lines", markdown("rad\n" * 100_000), place="texter.md")
    yield Attack("100 000 paragraphs", markdown("rad\n\n" * 100_000), place="texter.md")
    yield Attack("30 MB of text", markdown(lambda: "Ord och ord. " * 2_300_000), place="texter.md")
    yield Attack("30 MB in a line", markdown(lambda: "o" * 30_000_000), place="texter.md")
    yield Attack("1 MB of prose", markdown("Verksamheten fortsätter som förut. \n\n" * 30_000), place="texter.md")
    yield Attack("capital words", markdown("Kansliett Finansieringg Samordnings " * 20_000), place="texter.md")


def _files() -> Iterator[Attack]:
    yield Attack("UTF-16 text", markdown((HEADING + "a").encode("utf-16")))
    yield Attack("odd UTF-16", markdown(b"\xff\xfe\x00\xd8a"), place="texter.md")
    yield Attack("UTF-32 text", markdown((HEADING + "a").encode("utf-32")))
    yield Attack("nothing but NUL", markdown(b"\0" * 100_000), place="texter.md")
    yield Attack("control characters in a text", markdown("a\x00\x01\x1b[31m\x9b\x85\u2028b"))
    yield Attack("lone surrogates in a text", markdown("a \ud800 b"))
    yield Attack("combining letters", markdown("a" + "\u0301" * 100_000), place="texter.md")
    yield Attack("right to left", markdown("\u202e" * 1_000 + "abc"))
    yield Attack("every letter", markdown("".join(map(chr, range(0x20, 0xD800)))), place="texter.md|[Tt]ecken")
    yield Attack("a Word file of noise", lambda folder: _write(folder / "texter.docx", b"PK\x03\x04" + b"\0" * 9_999))
    yield Attack("5 000 files", lambda folder: _many_files(folder, 5_000))
    yield Attack("1 000 Word files", _many_words(1_000))


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _many_files(folder: Path, count: int) -> None:
    (folder / "texter").mkdir()
    for number in range(count):
        (folder / "texter" / f"Text {number}.md").write_text("a")


def _many_words(count: int) -> Callable[[Path], None]:
    def put(folder: Path) -> None:
        data = word_file(paragraph("Text"))
        (folder / "texter").mkdir()
        for number in range(count):
            (folder / "texter" / f"Text {number}.docx").write_bytes(data)

    return put


def _words() -> Iterator[Attack]:
    yield Attack("Word: 30 000 runs", in_word(paragraph(*(run("a", "b") for _ in range(30_000)))))
    yield Attack("Word: 50 000 paragraphs", in_word(paragraph("a") * 50_000), place="texter.docx")
    yield Attack("Word: tables in tables", in_word(_nested_tables(300)), place="texter.docx")
    yield Attack("Word: nested elements", in_word("<w:ins>" * 100_000 + "</w:ins>" * 100_000), place="texter.docx")
    yield Attack("Word: 1 000 columns", in_word(_wide_table(1_000)), place="texter.docx")
    yield Attack("Word: a word of 200 000", in_word(paragraph("a" * 200_000)), place="texter.docx")
    yield Attack("Word: 5 000 sentences", in_word(paragraph("Kansliet kostade 12 kr mer än i fjol. " * 5_000)))
    yield Attack("Word: brackets", in_word(paragraph("[" * 30_000)), EVERYTHING[:2], "texter.docx")
    yield Attack("Word: deep list", in_word(*(paragraph("a", item=(1, n % 9)) for n in range(5_000))))


def _nested_tables(depth: int) -> str:
    inner = paragraph("a")
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}{paragraph('')}</w:tc></w:tr></w:tbl>"
    return inner


def _wide_table(columns: int) -> str:
    row = "".join(f"<w:tc>{paragraph('a')}</w:tc>" for _ in range(columns))
    return f"<w:tbl><w:tr>{row}</w:tr><w:tr>{row}</w:tr></w:tbl>"
