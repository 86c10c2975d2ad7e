"""Taking mutations away, one after the other, as long as the fault stays."""

from fuzzing.asked import Fault
from fuzzing.runs import Result, Run, ran


def reduced(result: Result, fault: Fault) -> Run:
    """The run with as few of its mutations as still give the fault, of its kind and key."""
    run, at = result.run, 0
    while at < len(run.mutations):
        fewer = run.without([at])
        if any((each.kind, each.key) == (fault.kind, fault.key) for each in ran(fewer).faults):
            run = fewer
        else:
            at += 1
    return run
