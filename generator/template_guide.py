"""The reference chapters of the guide to templates: settings, files, blocks, variables and classes, from the code."""

from collections.abc import Iterator, Sequence

from generator.document.html.contract import (
    LOOK_VARIABLES,
    VARIABLES,
    TemplateContract,
    base_contract,
    content_of,
    contents,
    told_of,
)
from generator.ground.described import described
from generator.ground.places import package_looks
from generator.handbook import with_chapters
from generator.look.chosen import bundled_font_folders
from generator.look.fonts import FONT_SUFFIXES, family, is_slanted, weight
from generator.look.settings import CONTRACT, GROUPS, Look, choice_class, css_name, setting_key
from generator.model.columns import ChoiceColumn, YesNoColumn
from generator.model.rows import columns
from generator.opener import listed


def with_reference(text: str) -> str:
    """Replace the guide's generated chapters, between their marks, by current ones.

    Raises:
        ValueError: a chapter's marks are not in the text.

    """
    chapters = {
        "version": _version(),
        "inställningar": _settings(),
        "typsnitt": _fonts(),
        "block": _blocks(),
        "variabler": _variables(),
        "klasser": _classes(),
    }
    return with_chapters(text, chapters)


def _version() -> Iterator[str]:
    yield f"Kontraktets version är **{CONTRACT}**: skriv `kontrakt = {CONTRACT}` i profil.toml."


def _settings() -> Iterator[str]:
    base = Look()
    for column in columns(Look):
        if column.name in GROUPS:
            yield from ("", f"**{GROUPS[column.name]}**", "")
            yield "| I fliken Utseende | I profil.toml | I CSS | Grundutseendet | Vad det är |"
            yield "| --- | --- | --- | --- | --- |"
        choices = f" Val: {', '.join(column.kind.choices)}." if column.kind.choices else ""
        css = "klass" if column.kind.choices else f"`{css_name(column.name)}`" if _is_variable(column.name) else "–"
        value = getattr(base, column.name)
        shown = {True: "ja", False: "nej", "": "–"}.get(value, value)
        yield f"| {column.title} | `{setting_key(column.name)}` | {css} | {shown} | {column.help}{choices} |"


def _is_variable(field: str) -> bool:
    return css_name(field) in dict(Look().css_variables())


def _fonts() -> Iterator[str]:
    yield "| Typsnitt som följer med | Tjocklekar (`font-weight`) |"
    yield "| --- | --- |"
    for name, faces in sorted(_faces().items()):
        upright, slanted = (sorted(weight for weight, lean in faces if lean is each) for each in (False, True))
        told = f"; kursivt {_listed(slanted)}" if slanted else ""
        yield f"| {name} | {_listed(upright)}{told} |"
    yield ""
    yield f"Mallar som följer med: {', '.join(package_looks())}. [utseenden.md](utseenden.md) visar dem."


def _faces() -> dict[str, set[tuple[int, bool]]]:
    """The weights of each family that comes with the program, each with whether it leans."""
    found: dict[str, set[tuple[int, bool]]] = {}
    for folder in bundled_font_folders():
        for path in listed(folder):
            if path.suffix in FONT_SUFFIXES and (name := family(path, folder)):
                found.setdefault(name, set()).add((weight(path, folder), is_slanted(path, folder)))
    return found


def _listed(weights: Sequence[int]) -> str:
    return ", ".join(map(str, weights))


def _blocks() -> Iterator[str]:
    for template in base_contract():
        yield from (f"#### {template.name}", "", template.told, "")
        if template.extends:
            yield from (f"Bygger på `{template.extends}` och har dess block.", "")
        if template.blocks:
            yield from ("| Block | Vad det är |", "| --- | --- |")
            yield from (f"| `{block.name}` | {block.told} |" for block in template.blocks)
            yield ""
        yield from _content(template)


def _content(template: TemplateContract) -> Iterator[str]:
    """What ``block.content`` holds in a template; of one that only builds on another it is said there."""
    kind, own = content_of(template), contents().get(template.name)
    if own:
        yield from ("| I `block.content` | Vad det är |", "| --- | --- |")
        yield from (f"| `{part.path}` | {part.told} |" for part in told_of(own))
        yield ""
    elif kind:
        yield from (f"Har samma `block.content` som `{template.extends}`.", "")


def _variables() -> Iterator[str]:
    for name, kind in VARIABLES.items():
        yield from (f"**{name}**", "", "| Variabel | Vad det är |", "| --- | --- |")
        yield from (f"| `{name}.{part}` | {text} |" for part, text in described(kind).items())
        yield ""
    yield from ("**look**", "", "| Variabel | Vad det är |", "| --- | --- |")
    yield from (f"| `look.{part}` | {text} |" for part, text in LOOK_VARIABLES.items())
    for column in columns(Look):
        if column.name not in LOOK_VARIABLES:
            yield f"| `look.{column.name}` | inställningen {column.title} |"


def _classes() -> Iterator[str]:
    yield from ("| Inställning | Klasser på html |", "| --- | --- |")
    for column in columns(Look):
        if isinstance(column.kind, ChoiceColumn | YesNoColumn):
            names = ", ".join(f"`.{choice_class(column.name, choice)}`" for choice in column.kind.choices)
            yield f"| {column.title} | {names} |"
