"""The amounts of ledgers that differ between two versions of an underlag: account by account, with file and line."""

from collections.abc import Iterator, Mapping, Sequence

from generator.compare.change import Change
from generator.ground.formatting import kronor
from generator.ledger.row import Ledger, LedgerRow, Measured, Objects

_NOTHING = "inget belopp"
_Key = tuple[str, int, Objects, Measured]
_Rows = Mapping[_Key, LedgerRow]


def changed_ledgers(old: Sequence[Ledger], new: Sequence[Ledger]) -> Iterator[Change]:
    """Compare the ledgers of two folders, file by file; a new one is held against the only one that is gone."""
    before, after = ({each.place.name: each for each in ledgers} for ledgers in (old, new))
    gone, come = [name for name in before if name not in after], [name for name in after if name not in before]
    renamed = dict(zip(come, gone, strict=True)) if len(gone) == len(come) == 1 else {}
    for name, ledger in after.items():
        if name in before or name in renamed:
            yield from _amounts(before[renamed.get(name, name)], ledger)
        else:
            yield Change(ledger.place.heading, "", "huvudboken", "", "ny")
    for name in gone:
        if name not in renamed.values():
            yield Change(before[name].place.heading, "", "huvudboken", "borttagen", "")


def _amounts(old: Ledger, new: Ledger) -> Iterator[Change]:
    """The amounts that differ; of an object only where the account's whole amount is as before."""
    before, after = _rows(old), _rows(new)
    differing = {key for key in {**before, **after} if _amount(before, key) != _amount(after, key)}
    for key in (each for each in {**after, **before} if each in differing):
        account, year, objects, measured = key
        if objects and (account, year, (), measured) in differing:
            continue
        row = after.get(key) or before[key]
        place = row.place(measured)
        of = "".join(f", {each.name or each.key}" for each in objects)
        what = f"konto {account} {row.name}".rstrip() + f"{of}: {measured.value} {year}"
        where = place.cell if key in after else f"{place.cell} i den förra"
        yield Change(place.heading, where, what, _told(before, key), _told(after, key))


def _rows(ledger: Ledger) -> _Rows:
    return {(row.account, row.year, row.objects, each): row for row in ledger.rows for each in row.amounts}


def _amount(rows: _Rows, key: _Key) -> object:
    return rows[key].amounts[key[-1]] if key in rows else 0


def _told(rows: _Rows, key: _Key) -> str:
    return kronor(rows[key].amounts[key[-1]]) if key in rows else _NOTHING
