"""The templates of a report as texts: base's and the look's own, by every name that another template may use.

All are read here, beforehand, from files that lie inside their folders. While a template runs there is no file to read:
its loader knows these texts and nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.ground.places import BASE, base_folder
from generator.look.folders import LookFolder
from generator.opener import listed

_KINDS = (".html", ".css")


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A template: its text, and the file that messages name."""

    text: str
    file: str
    trusted: bool


Templates = Mapping[str, TemplateText]


def read_templates(folders: Sequence[LookFolder]) -> dict[str, TemplateText]:
    """Read all templates. ``folders`` are the looks, the one that goes first in front.

    ``cover.html`` is the one that applies; ``base/cover.html`` is base's, and ``kontrast/cover.html`` that look's, or
    base's where it has none. So a template can build on the one of the same name below it.
    """
    base = dict(_of_folder(LookFolder(BASE, base_folder(), BASE)))
    templates = {f"{BASE}/{name}": template for name, template in base.items()} | base
    for folder in reversed(folders):
        own = dict(_of_folder(folder))
        templates |= {f"{folder.name}/{name}": template for name, template in {**base, **own}.items()} | own
    return templates


def _of_folder(folder: LookFolder) -> Iterator[tuple[str, TemplateText]]:
    trusted = folder.is_of_package
    for kind in _KINDS:
        for path in listed(folder.path):
            text = folder.text(path.name) if path.suffix == kind else None
            if text is not None:
                yield path.name, TemplateText(text, f"{folder.shown}/{path.name}", trusted)


def own_templates(templates: Templates) -> dict[str, TemplateText]:
    """The templates that did not come with the program, once each."""
    return {template.file: template for template in templates.values() if not template.trusted}
