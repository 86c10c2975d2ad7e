"""Fuzzing: the inputs, with faults of many kinds in them at random, and what is asked of the program then.

``script/fuzz`` runs it. A run is an input and one to five mutations, each known by its name and a seed, so that a run
can be written as a line and made again. ``book`` is the workbook that mutations change, ``mutate_*`` are the mutations,
``asked`` and ``silent`` are what is asked of every run, ``reduced`` takes mutations away until none can go, ``workers``
runs many in processes of their own.
"""
