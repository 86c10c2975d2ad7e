"""Running heads that have room above the page: a long heading or name is shortened there, and only there."""

from typing import Any

LONGEST = 90
"""Letters of a running head: two or three lines beside another."""
NAMES = ("data-association", "data-report")
RUNNING = "data-running"
"""What a chapter is called in the running head, where it is not its whole heading; ``base.css`` takes it up."""


def shorten_running_heads(root: Any) -> None:
    """Shorten what ``root``, an HTML document as a tree, gives to the heads of the pages."""
    for named in (*root.iter("body"), *root.iter("main")):
        for name in NAMES:
            if len(named.get(name, "")) > LONGEST:
                named.set(name, shortened(named.get(name)))
    for heading in root.iter("h1"):
        text = " ".join("".join(heading.itertext()).split())
        if len(text) > LONGEST:
            heading.set(RUNNING, shortened(text))


def shortened(text: str) -> str:
    """The beginning of a text, ended between two words where there are any."""
    begun = text[:LONGEST]
    return f"{begun.rsplit(' ', 1)[0] if ' ' in begun[LONGEST // 2 :] else begun} …"
