"""Click in plain Swedish: the help's headings and every message about wrong usage."""

import signal
from collections.abc import Sequence
from typing import Any

import click
from click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)

from generator.ground.formatting import enumerated
from generator.ground.names import nearest
from generator.ground.printable import printable
from generator.stopping import STOPPED, status_of

PROGRAM = "arsredovisning"
_HELP = "Visa hjälpen."


def say(text: str, *, err: bool = False) -> None:
    """Print a text; whatever of it came from a file, no terminal obeys it."""
    click.echo(printable(text), err=err)


def show_progress(text: str) -> None:
    """Write a line over the one that tells what is going on; nothing in it is anybody else's."""
    click.echo(f"\r\x1b[K{printable(text)}", nl=False, err=True)


def _help_option(command: click.Command, context: click.Context) -> click.Option | None:
    names = command.get_help_option_names(context)
    if not names:
        return None

    def show(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
        if value and not context.resilient_parsing:
            say(context.get_help())
            context.exit()

    return click.Option(names, is_flag=True, is_eager=True, expose_value=False, callback=show, help=_HELP)


class SwedishCommand(click.Command):
    """A command whose help speaks Swedish."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse superfluous arguments in Swedish; Click would in English."""
        allowed, ctx.allow_extra_args = ctx.allow_extra_args, True
        rest = super().parse_args(ctx, args)
        if rest and not allowed and not ctx.resilient_parsing:
            message = f"{' '.join(rest)} är för mycket. Sätt citattecken runt ett namn med mellanslag."
            raise UsageError(message, ctx)
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option --help with a Swedish text."""
        return _help_option(self, ctx)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Say [VAL] for options."""
        pieces = super().collect_usage_pieces(ctx)
        return ["[VAL]" if piece == "[OPTIONS]" else piece for piece in pieces]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), "Så här: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (each for each in self.get_params(ctx) if isinstance(each, click.Option))
        rows = [record for option in options if (record := option.get_help_record(ctx))]
        if rows:
            with formatter.section("Val"):
                formatter.write_dl(rows)


class SwedishGroup(SwedishCommand, click.Group):
    """A group of commands whose help speaks Swedish."""

    command_class = SwedishCommand

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Say KOMMANDO for the command."""
        return [piece.replace("COMMAND [ARGS]...", "KOMMANDO …") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands, in the order in which one uses them."""
        super().format_options(ctx, formatter)
        names = self.list_commands(ctx)
        rows = [(name, command.get_short_help_str(80)) for name in names if (command := self.get_command(ctx, name))]
        with formatter.section("Kommandon"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order in which they were declared."""
        del ctx
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or ask which one was meant."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = nearest(args[0], self.commands)
            question = f" Menade du {enumerated(near, 'eller')}?" if near else ""
            message = f"Kommandot {args[0]} finns inte.{question}"
            raise UsageError(message, ctx)
        return super().resolve_command(ctx, args)


def usage_text(error: click.ClickException) -> str:
    """Say in Swedish what was wrong with the usage."""
    match error:
        case NoSuchOption():
            near = f" Menade du {enumerated(error.possibilities, 'eller')}?" if error.possibilities else ""
            return f"Valet {error.option_name} finns inte.{near}"
        case MissingParameter():
            return f"{_name(error)} saknas."
        case BadOptionUsage():
            return f"Valet {error.option_name} används fel: efter det saknas ett värde, eller så ska det inget ha."
        case BadParameter():
            return f"{_name(error)}: värdet kan inte användas. {_expected(error)}".strip()
        case _:
            return str(error.format_message())


def _name(error: BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return "Ett värde"
    return parameter.opts[0] if isinstance(parameter, click.Option) else str(parameter.metavar or parameter.name)


def _expected(error: BadParameter) -> str:
    kind = getattr(error.param, "type", None)
    if isinstance(kind, click.Choice):
        *others, last = (str(choice) for choice in kind.choices)
        return f"Välj {', '.join(others)} eller {last}." if others else f"Välj {last}."
    if isinstance(kind, click.IntRange):
        return f"Skriv ett heltal mellan {kind.min} och {kind.max}."
    return ""


def run(command: click.Command, arguments: Sequence[str] | None, *, usage_status: int) -> Any:
    """Run a command; wrong usage becomes a Swedish sentence on stderr and ``usage_status``, Ctrl+C a word."""
    try:
        given = list(arguments) if arguments is not None else None
        return command.main(args=given, prog_name=PROGRAM, standalone_mode=False)
    except NoArgsIsHelpError as error:
        say(error.ctx.get_help() if error.ctx else "", err=True)
        return usage_status
    except UsageError as error:
        say(usage_text(error), err=True)
        path = error.ctx.command_path if error.ctx else PROGRAM
        say(f"Hjälp: {path} --help", err=True)
        return usage_status
    except click.Abort:
        say(STOPPED, err=True)
        return status_of(signal.SIGINT)
