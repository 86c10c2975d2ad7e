"""Mutations of the text file: Markdown's marks, references, encodings, lines."""

import random
from collections.abc import Callable

from fuzzing.subject import Folder, mutation

Throws = random.Random
TEXTS = "texter.md"
MARKER = "Zq"
"""What a word begins with that a mutation typed: it has to be on the page, or told of."""

MARKS = (
    "# ", "## ", "###### ", "#", "- ", "* ", "1. ", "31. ", "b) ", "> ", ">", "    ", "\t", "```", "~~~", "---",
    "===", "***", "| a | b |", "|---|---|", "||", "[^1]", "[^1]: not", "^[not]", "^[", "[", "]", "[a](", "[a](b)",
    "![a](b.png)", "![](b.png)", "![a](två ord.png)", "<!--", "-->", "<b>", "</b>", "<br>", "<script>", "&nbsp;",
    "&#0;", "**", "*", "_", "__", "~~x~~", "==x==", "`", "``x", "$x$", "$$", "\\", "\\*", "{{", "}}", "{{ okänd }}",
    "{{ årets_resultat }}", "{{ årets_resultat : tkr", "{{ årets_resultat.budget : okänt }}", "{%", "{#", "[[Not]]",
    "@", "(c)", "H~2~O", "x^2^", "- [ ] ", "- [x] ", ": förklaring", "*[a]: b", ":::", "+ ", "+++", "[a]: http://x",
    "http://exempel.se", "<http://x>", "a@b.se", "\u200b", "\u00ad", "\u2028", "\u202e", "\x0b", "\x0c", "\x1b[31m",
    "\x00", "\x85", "\ufeff", "\r", "%", "…",
)  # fmt: skip
PIECES = (
    "Resultatet blev 1 234 567 kr.", "Kostnaderna var 12,3 tkr mer än 2019.", "| a | b |\n|---|---|\n| 1 | 2 |",
    "- en\n- två\n  - tre", "| " + " | ".join("abcdefghijkl") + " |\n|" + "---|" * 12 + "\n|" + " 1 234 567 |" * 12,
    "1. ett\n3. tre", "> citat\n> mer", "Ord^[en not] och mer.[^a]\n\n[^a]: En not.", "![En bild](bild.png)",
    "Ett_ord_med_streck", "**fet*", "{{ tabell:okänd }}", "Se [[Resultaträkning]].",
    "31 december 2019 och 2020-12-31.", "0,5 procent av 3 personer, 2 %.", "A\\\nB", "A  \nB",
)  # fmt: skip


def marker(throws: Throws) -> str:
    """A word that stands nowhere else."""
    return MARKER + "".join(throws.choice("abdefghijklmnoprstuvwxyz") for _ in range(8))


def _lines(name: str) -> Callable[[Callable[[list[str], int, Throws], None]], None]:
    """List a mutation of the file's lines, at one of them."""

    def listed(change: Callable[[list[str], int, Throws], None]) -> None:
        @mutation(f"texts.{name}")
        def mutate(folder: Folder, throws: Throws) -> None:
            if folder.files.get(TEXTS):
                lines = folder.files[TEXTS].decode("utf-8", "replace").split("\n")
                change(lines, throws.randrange(len(lines)), throws)
                folder.files[TEXTS] = "\n".join(lines).encode("utf-8", "surrogatepass")

    return listed


@_lines("mark_before")
def _mark_before(lines: list[str], at: int, throws: Throws) -> None:
    lines[at] = throws.choice(MARKS) + lines[at]


@_lines("mark_amid")
def _mark_amid(lines: list[str], at: int, throws: Throws) -> None:
    middle = throws.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:middle] + throws.choice(MARKS) + lines[at][middle:]


@_lines("word")
def _word(lines: list[str], at: int, throws: Throws) -> None:
    """A word that has to be found again."""
    full = [number for number, line in enumerate(lines) if len(line) > 40]
    at = throws.choice(full) if full else at
    words = lines[at].split(" ")
    words.insert(throws.randrange(len(words) + 1), marker(throws))
    lines[at] = " ".join(words)


@_lines("marked_word")
def _marked_word(lines: list[str], at: int, throws: Throws) -> None:
    """A mark and a word that has to be found again, as a line of its own or amid one."""
    text = throws.choice(MARKS) + throws.choice(("", " ")) + marker(throws) + throws.choice(("", *MARKS))
    if throws.random() < 0.5:
        lines[at:at] = throws.choice((["", text, ""], [text]))
    else:
        lines[at] += f" {text}"


@_lines("piece")
def _piece(lines: list[str], at: int, throws: Throws) -> None:
    lines[at:at] = ["", throws.choice(PIECES), ""]


@_lines("line_gone")
def _line_gone(lines: list[str], at: int, _: Throws) -> None:
    del lines[at]


@_lines("line_doubled")
def _line_doubled(lines: list[str], at: int, throws: Throws) -> None:
    lines[at:at] = [lines[at]] * throws.choice((1, 1, 3))


@_lines("heading_changed")
def _heading_changed(lines: list[str], at: int, throws: Throws) -> None:
    heads = [number for number, line in enumerate(lines) if line.startswith("#")]
    if heads:
        at = throws.choice(heads)
        line = lines[at]
        lines[at] = throws.choice(
            (line + "x", "#" + line, line[1:], line.upper(), line.replace(" ", "", 1), f" {line}", line + " #")
        )


@_lines("huge_line")
def _huge_line(lines: list[str], at: int, throws: Throws) -> None:
    unit, count = throws.choice(
        (("ord ", 3000), ("ö", 2000), ("[", 3000), ("*a", 2000), ("`", 2000), ("> ", 400), ("- ", 200))
    )
    lines[at:at] = ["", unit * count, ""]


@_lines("sections_swapped")
def _sections_swapped(lines: list[str], at: int, throws: Throws) -> None:
    lines[:] = lines[at:] + [""] * throws.randint(0, 1) + lines[:at]


@_lines("truncated")
def _truncated(lines: list[str], at: int, throws: Throws) -> None:
    lines[at:] = [lines[at][: throws.randrange(len(lines[at]) + 1)]]


@mutation("texts.encoding")
def encoding(folder: Folder, throws: Throws) -> None:
    """Another encoding, other line ends, bytes that are none."""
    data = folder.files.get(TEXTS)
    if data:
        text = data.decode("utf-8", "replace")
        name = throws.choice(
            ("utf-16", "utf-16-le", "cp1252", "utf-8-sig", "mac-roman", "bytes", "crlf", "cr", "decomposed")
        )
        match name:
            case "bytes":
                at = throws.randrange(len(data))
                folder.files[TEXTS] = data[:at] + bytes((throws.randrange(128, 256),)) + data[at:]
            case "crlf" | "cr":
                folder.files[TEXTS] = text.replace("\n", "\r\n" if name == "crlf" else "\r").encode()
            case "decomposed":
                folder.files[TEXTS] = text.replace("ö", "o\u0308").replace("å", "a\u030a").encode()
            case _:
                folder.files[TEXTS] = text.encode(name, "replace")


@mutation("texts.file")
def file(folder: Folder, throws: Throws) -> None:
    """The file is gone, empty, has another name or another kind; or there is one more."""
    data = folder.files.get(TEXTS)
    if data is None:
        return
    kind = throws.randrange(6)
    if kind in {0, 1, 2}:
        del folder.files[TEXTS]
    if kind == 1:
        folder.files[
            throws.choice(("Texter.MD", "texter.txt", "texter/allt.md", "texter/en/djup.md", "texter.docx"))
        ] = data
    elif kind == 2:
        folder.files[TEXTS] = throws.choice((b"", b"\n\n", b"\xef\xbb\xbf", b"bara text", bytes(50)))
    elif kind == 3:
        folder.files[throws.choice(("texter/mer.md", "texter.odt", "~$texter.docx", "texter/.dold.md"))] = data[:500]
    elif kind == 4:
        folder.files["fjol.json"] = throws.choice(
            (b"", b"{}", b"[]", b"null", b'{"format": 1}', b"[" * 3000, b"\xff", b"nan")
        )
