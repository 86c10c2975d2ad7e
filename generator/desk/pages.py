"""The page, of one template: what it can do is in its script, what it says in Swedish here."""

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.ground.places import desk_folder

_BUTTONS = (
    ("pdf", "PDF"),
    ("html", "Webbutgåva"),
    ("webbkopia", "Webbkopia"),
    ("revisor", "Revisorns underlag"),
    ("json", "Siffror (JSON)"),
    ("blanketter", "Blanketter"),
    ("nasta-ar", "Nästa års mapp"),
)


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(desk_folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(folder: str, version: str) -> str:
    """Write the page; ``folder`` is the name of the one that is watched, empty where files are to be dropped."""
    return _environment().get_template("desk.html").render(folder=folder, version=version, buttons=_BUTTONS)
