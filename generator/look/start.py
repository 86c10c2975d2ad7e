"""A new look's folder: each setting as a comment that tells what it means, a style sheet and a template."""

import re
from collections.abc import Iterator

from generator.ground.places import BASE, base_folder, package_looks, template_guide
from generator.look.folders import FONTS, OWN, PICTURES, PROFILE, STYLE, text_of_file
from generator.look.settings import CONTRACT, GROUPS, Look, setting_key
from generator.model.rows import columns
from generator.opener import listed

_STYLE = """\
/* Mallens egna stilar. De läses efter grundutseendets och går före dem.

   Färger, typsnitt och mått hämtas ur inställningarna: var(--accent), var(--heading-font) och så vidare.
   Alla variabler och klasser står i _grund/mallar.md. Ta bort kommentartecknen runt det som ska gälla. */

/* En linje över varje kapitelrubrik, och mer luft efter den:
h1 { border-top: 2pt solid var(--second); padding-top: 4mm; margin-bottom: 12mm }
*/

/* Kortare rader i löpande text:
html { --measure: 115mm }
*/

/* Eget sidhuvud och egen sidfot (bilden blir så stor som den är själv):
:root {
  --head-left: url(bilder/marke.svg);
  --head-right: string(chapter, start);
  --foot-left: string(association) " · " string(report);
}
*/

/* Ett sidhuvud med linje under:
@page { border-top: 0.5pt solid var(--rule); padding-top: 4mm }
@page cover { border-top: none; padding-top: 0 }
*/
"""

_COVER = """\
{# Omslaget. Det som inte ersätts här är som i grundutseendet; {{ super() }} betyder det som stod där förut.
   Ta bort raderna med exempel och slut runt blocket så gäller det. #}
{% extends "base/cover.html" %}

{# exempel
{% block cover_title %}
{{ super() }}
<p class="cover-motto">Tillsammans för fler i arbete</p>
{% endblock %}
slut #}
"""

_READ_ME = f"""\
Mappen är en mall för årsredovisningens utseende. Allt här får tas bort; det som saknas är som i grundutseendet.

{PROFILE}     inställningar: färger, typsnitt, mått och val
{STYLE}        egna stilar (CSS)
{FONTS}/          egna typsnitt, ttf eller otf
{PICTURES}/         egna bilder, png, jpg eller svg
*.html          egna sidmallar, med samma namn som de i grundutseendet
_grund/         grundutseendets sidmallar och stilar, att läsa i; de används inte härifrån

Allt som går att använda står i _grund/mallar.md. Filer med namn som börjar med _ läses bara om mallen själv ber om dem.
"""


BASE_TO_READ = "_grund"

_OF_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
"""Names of devices: no folder there may have one."""
_NAME = re.compile(r"[a-zåäö0-9][a-zåäö0-9-]{0,40}")


def refused_name(name: str) -> str:
    """Why a look may not be called ``name``; empty when it may."""
    if name in {BASE, OWN, *package_looks()}:
        return f"Namnet {name} är upptaget. Välj ett annat."
    if _OF_WINDOWS.fullmatch(name):
        return f"Windows tillåter ingen mapp som heter {name}. Välj ett annat namn."
    if not _NAME.fullmatch(name):
        return "Mallens namn skrivs med små bokstäver, siffror och bindestreck, till exempel mitt-forbund."
    return ""


def new_look(name: str) -> dict[str, str]:
    """The files of a new look, by name."""
    return {
        PROFILE: "\n".join(_profile(name)) + "\n",
        STYLE: _STYLE,
        "cover.html": _COVER,
        f"{FONTS}/LÄS MIG.txt": "Lägg egna typsnitt här, som ttf eller otf, tillsammans med deras licens.\n",
        f"{PICTURES}/LÄS MIG.txt": "Lägg egna bilder här, som png, jpg eller svg.\n",
        "LÄS MIG.txt": _READ_ME,
        **dict(_base_to_read()),
    }


def _base_to_read() -> Iterator[tuple[str, str]]:
    """The guide, base's templates and style sheet: what one builds on must be there to read, also where installed."""
    for path in (template_guide(), *(each for each in listed(base_folder()) if each.suffix)):
        text = text_of_file(path, path.parent)
        if text is not None:
            yield f"{BASE_TO_READ}/{path.name}", text


def _profile(name: str) -> Iterator[str]:
    yield f"# Mallen {name}. Ta bort # framför det som ska gälla; det andra är som i grundutseendet."
    yield ""
    yield "# Versionen av det som mallar kan lita på (se _grund/mallar.md)."
    yield f"kontrakt = {CONTRACT}"
    base = Look()
    for column in columns(Look):
        if column.name in GROUPS:
            yield from ("", f"# {GROUPS[column.name]} {'-' * (100 - len(GROUPS[column.name]))}")
        choices = f" Välj: {', '.join(column.kind.choices)}." if column.kind.choices else ""
        yield from ("", f"# {column.title}. {column.help}{choices}")
        yield f"# {setting_key(column.name)} = {_toml(getattr(base, column.name))}"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return '"ja"' if value else '"nej"'
    return f'"{value}"'
