"""Trying all attacks, or those named, and printing the faults."""

import argparse
import random
import re
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial

import hostile
from hostile.answers import answers
from hostile.attack import Attack, Outcome, tried
from hostile.books import books, small_book
from hostile.desk import Answered, Servers
from hostile.looks import looks
from hostile.pictures import pictures
from hostile.runs import runs
from hostile.styles import styles
from hostile.texts import texts

Try = Callable[[Attack], Sequence[Outcome | Answered]]

FILES = (books, answers, texts, looks, styles, pictures)
"""The kinds of attacks that are files in a folder."""


def all_attacks(chance: random.Random) -> list[Attack]:
    """Every attack there is, kind by kind."""
    return [attack for kind in (*FILES, runs) for attack in kind(chance)]


def uploads(chance: random.Random) -> list[Attack]:
    """Every attack that can be sent as files."""
    return [attack for kind in FILES for attack in kind(chance)]


def main() -> None:
    """Try them, and print a line for each run with a fault."""
    asked = _asked()
    chance = random.Random(asked.seed)  # noqa: S311 - no secret is made of it
    every = uploads(chance) if asked.desk else all_attacks(chance)
    attacks = [each for each in every if re.search(asked.only, each.name)]
    try_it: Try = partial(tried, base=small_book(), commands=asked.commands.split(",") if asked.commands else None)
    faults = count = 0
    with ExitStack() as ending, ThreadPoolExecutor(asked.jobs) as pool:
        if asked.desk:
            servers = Servers(asked.jobs)
            ending.callback(servers.end)
            try_it = partial(
                servers.tried, base=small_book(), wanted=asked.commands.split(",") if asked.commands else None
            )
        for outcomes in pool.map(try_it, attacks):
            for outcome in outcomes:
                count += 1
                faults += bool(outcome.faults)
                if outcome.faults or asked.all:
                    print(outcome, flush=True)  # noqa: T201 - it is asked by hand
    print(f"{len(attacks)} attacks, {count} runs, {faults} with a fault")  # noqa: T201
    sys.exit(bool(faults))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=hostile.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="of what is made at random (1)")
    parser.add_argument("--only", default="", metavar="PATTERN", help="only attacks whose name matches")
    parser.add_argument(
        "--commands", default="", help="only these commands, with commas between: check,render; report,pdf with --desk"
    )
    parser.add_argument("--desk", action="store_true", help="send them as uploads to a server instead")
    parser.add_argument("--jobs", type=int, default=2, help="how many at once (2)")
    parser.add_argument("--all", action="store_true", help="print every run, not only faults")
    return parser.parse_args()


if __name__ == "__main__":
    main()
