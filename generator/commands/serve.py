"""The command ``serve``: the page to work at for many, behind a proxy that does the log-in."""

import ipaddress
import os
import re
from urllib.parse import urlsplit

import click

from generator.commands import GOOD, UNREADABLE
from generator.commands.open import LACKING
from generator.stopping import StoppedError
from generator.swedish_click import SwedishCommand, say

_PUBLIC = "Adressen ska skrivas som https://namn eller https://namn:port, utan sökväg. En sökväg anges med --path."
_PATH = "Sökvägen ska börja med / och bara ha bokstäver a–z, siffror, bindestreck, punkt, understreck och /."
_HOST = "Ange en IP-adress, till exempel 127.0.0.1 eller 0.0.0.0."
_OPEN = (
    "Utan --public svarar programmet bara den egna datorn. Ange den adress som användarna skriver, till exempel "
    "--public https://arsredovisning.example.se, och låt en proxy med inloggning stå framför. Programmet har ingen "
    "egen inloggning."
)
_MOST_WORKERS = 64


def _host(context: click.Context, parameter: click.Parameter, value: str) -> str:
    del context, parameter
    try:
        return str(ipaddress.ip_address("127.0.0.1" if value == "localhost" else value.strip("[]")))
    except ValueError as error:
        raise click.BadParameter(_HOST) from error


def _public(context: click.Context, parameter: click.Parameter, value: str) -> str:
    del context, parameter
    try:
        parts = urlsplit(value)
        whole = parts.scheme in {"http", "https"} and parts.hostname and parts.path in {"", "/"} and parts.port != 0
    except ValueError as error:
        raise click.BadParameter(_PUBLIC) from error
    if value and (not whole or parts.query or parts.fragment or parts.username is not None):
        raise click.BadParameter(_PUBLIC)
    return value.rstrip("/")


def _prefix(context: click.Context, parameter: click.Parameter, value: str) -> str:
    del context, parameter
    if value and not re.fullmatch(r"(?:/[\w.~-]+)*/?", value, re.ASCII):
        raise click.BadParameter(_PATH)
    return value.rstrip("/")


@click.command("serve", cls=SwedishCommand)
@click.option(
    "--host",
    callback=_host,
    default="127.0.0.1",
    metavar="ADRESS",
    help="IP-adressen som programmet svarar på; annars 127.0.0.1.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar="PORT",
    help="Porten som programmet svarar på; annars 8000.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, _MOST_WORKERS),
    default=os.cpu_count() or 1,
    metavar="ANTAL",
    help="Så många underlag läses samtidigt, och hälften så många ritas; annars ett för varje processorkärna.",
)
@click.option(
    "--public",
    callback=_public,
    default="",
    metavar="ADRESS",
    help="Adressen som användarna skriver: https://arsredovisning.example.se.",
)
@click.option(
    "--path",
    "prefix",
    callback=_prefix,
    default="",
    metavar="SÖKVÄG",
    help="Sökvägen som sidan ligger under, om proxyn lämnar den kvar: /arsredovisning.",
)
def serve(host: str, port: int, workers: int, public: str, prefix: str) -> int:
    """Låt många använda sidan i webbläsaren, bakom en proxy som sköter inloggning och kryptering.

    Inget sparas: det som skickas läses, besvaras och tas bort. Programmet har ingen egen inloggning. Gränser: 60 MB
    och 300 filer på en gång, 60 sekunder att skicka dem, 110 sekunder av en processor för att läsa och visa, 90 för
    att göra en PDF, 2 GB minne för varje underlag som läses eller ritas. När det är fullt ombeds webbläsaren komma
    tillbaka om en stund. Proxyn kan fråga /health om programmet mår bra. Avsluta med Ctrl+C eller SIGTERM.
    """
    if not public and not ipaddress.ip_address(host).is_loopback:
        raise click.UsageError(_OPEN)
    try:
        from generator.desk.run import Service, for_many  # noqa: PLC0415 - the other commands need no server
        from generator.desk.workers import WorkError  # noqa: PLC0415
    except ImportError:
        say(LACKING, err=True)
        return UNREADABLE
    try:
        for_many(Service(host, port, workers, public, prefix), _tell)
    except (KeyboardInterrupt, StoppedError):
        say("Stoppad.", err=True)
    except WorkError:
        say("Inga processer kunde startas. Räcker minnet? Försök med färre --workers.", err=True)
        return UNREADABLE
    except OSError as error:
        say(f"Adressen {host}, port {port}, kan inte användas: {error.strerror or error}.", err=True)
        return UNREADABLE
    return GOOD


def _tell(address: str) -> None:
    say(f"Programmet svarar på {address}")
