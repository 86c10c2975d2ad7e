"""Hostile input: what somebody may send or type to stop the program, and what came of each.

Run by hand: ``script/hostile [--seed S] [--only PATTERN] [--jobs N]``. Each attack is a folder with one thing in it
that no association has, tried with the commands as processes of their own. What it prints are faults: a traceback,
a fault of the program's own, more than five seconds, a status that says good where nothing was made, a refusal
without a word or without a place, a file left behind. ``--all`` prints every run.
"""
