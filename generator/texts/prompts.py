"""Paragraphs in brackets that ask for what is to be written: *[Skriv vad året har betytt]*.

A new report's texts begin with them. ``check`` tells of each until somebody has written there, and none is printed.
"""

import re

from generator.texts.items import AS_IS

_PROMPT = re.compile(rf"[\s{AS_IS}*_]*\\?\[Skriv\b(?:[^\[\]\\\n]|\\[^\[\]\n])*\\?\][\s*_]*")
"""As it stands in a cell, and as it is written from Word, where brackets are no marks; bold or not."""
_MARK = re.compile(r"\\(?=[^\w\s])")
_BETWEEN = re.compile(r"(\n[ \t]*\n)")


def is_prompt(paragraph: str) -> bool:
    """Whether a paragraph of Markdown is nothing but such a request."""
    return _PROMPT.fullmatch(paragraph) is not None


def asked_for(paragraph: str) -> str:
    """What a request says, without its brackets, its full stop and the marks of Markdown."""
    return _MARK.sub("", paragraph).strip(" *_").strip("[].")


def only_asks(text: str) -> bool:
    """Whether a text is nothing but requests."""
    return bool(text.strip()) and not without_prompts(text)


def without_prompts(text: str) -> str:
    """The text as it is printed, without the paragraphs that only ask for one; the same text where there are none."""
    if "[Skriv" not in text:
        return text
    paragraphs = [part for part in _BETWEEN.split(text)[::2] if not is_prompt(part)]
    return "\n\n".join(paragraphs) if any(map(str.strip, paragraphs)) else ""
