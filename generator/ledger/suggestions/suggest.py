"""Suggest what each account of a ledger becomes: by its number, its name, its side, and what the workbook has.

Sure is only what nothing speaks against: the number says one post in each chart that the ledger may follow, the name
says the same or nothing, and the amounts stand on the post's side.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.ground.formatting import enumerated
from generator.ground.names import Name, folded
from generator.ledger.row import is_balance
from generator.ledger.suggestions import charts
from generator.ledger.suggestions.abbreviations import spelled_out
from generator.ledger.suggestions.known import NOTHING_KNOWN, Known
from generator.ledger.suggestions.left_out import is_internal, left_out
from generator.ledger.suggestions.parties import MUNICIPALITIES, Party, is_contribution, members_in
from generator.ledger.suggestions.suggestion import Asked, Certainty, Suggestion
from generator.ledger.suggestions.tidy import row_of
from generator.ledger.suggestions.which import Chart, chart_of
from generator.ledger.suggestions.words import EITHER_SIDE, Said, said_by
from generator.statements.lines import LINES
from generator.statements.statement import Kind, Line

_VAT_GROUP = "26"
_VAT = re.compile(r"moms|mervärdess")
_MOST_POSTS = 3
"""Posts that are named in a doubt; more of them say no more than that there are several."""
_SOME, _MANY = 3, 0.2
"""Names that contradict their numbers, and the share of those that say anything, that make a chart one of its own."""
_ROLLED = "posten står i fliken Årets förändringar; skriv radens text där i kolumnen Förändring"
_ORDER = tuple(LINES)
_FUNDED = frozenset({charts.FINANCIAL_INCOME, charts.FINANCIAL_COSTS})


@dataclass(frozen=True, slots=True)
class _Post:
    """The post of an account, how sure it is, and why."""

    line: Line | None
    certainty: Certainty
    why: str


def suggestions(
    asked: Sequence[Asked], known: Known = NOTHING_KNOWN, chart: Chart | None = None
) -> tuple[Suggestion, ...]:
    """Suggest what each of a ledger's accounts becomes, in their order.

    All accounts of the ledger are asked of together: which chart it follows, and whose the contributions are, shows in
    the whole. ``chart`` is given where it is known.
    """
    chart = chart or chart_of({each.account: each.name for each in asked})
    asked = [replace(each, name=spelled_out(each.name)) for each in asked]
    chart = replace(chart, own=_is_own(asked, chart))
    members = {} if known.contributions_are_rows else members_in(asked)
    in_debt, internal = _vat(asked) < 0, is_internal(asked)
    return tuple(
        _member(each, *members[place], known)
        if place in members and _is_told(members[place][0], known)
        else left_out(each, internal=internal) or _suggestion(each, known, chart, in_debt=in_debt)
        for place, each in enumerate(asked)
    )


def _is_own(asked: Iterable[Asked], chart: Chart) -> bool:
    """Whether so many names contradict their numbers that these follow none of the charts."""
    accounts = {each.account: each for each in asked}
    spoken = [
        charts.posts_of(account, chart.charts) and not set(charts.posts_of(account, chart.charts)) & posts
        for account, each in accounts.items()
        if (posts := _spoken(said_by(each.name, of_balance=is_balance(account)), account))
    ]
    against = sum(map(bool, spoken))
    return against >= _SOME and against > len(spoken) * _MANY


def _vat(asked: Iterable[Asked]) -> int:
    """The side of all VAT together, in the latest year."""
    total = sum(each.amounts[0] for each in asked if _is_vat(each) and each.amounts)
    return -1 if total < 0 else 1


def _is_vat(asked: Asked) -> bool:
    """Whether an account of the balance sheet is one of VAT, by its group or by its name."""
    return asked.account.startswith(_VAT_GROUP) or (is_balance(asked.account) and bool(_VAT.search(folded(asked.name))))


def _is_told(party: Party, known: Known) -> bool:
    """Whether a party is one member: the municipalities together are, where no members are known one by one."""
    return bool(party.name) or not known.members


def _member(asked: Asked, party: Party, certain: bool, known: Known) -> Suggestion:  # noqa: FBT001 - as it is found
    there = known.member(party)
    sure = certain and -1 in asked.sides and 1 not in asked.sides and (bool(there) or not known.members)
    return Suggestion(
        Certainty.SURE if sure else Certainty.LIKELY,
        f"kontots namn, {asked.name}",
        charts.INCOME,
        note=known.notes.get(charts.INCOME.code, Name()),
        activity=known.funding,
        member=there or party.name or MUNICIPALITIES,
        category=party.category,
    )


def _suggestion(asked: Asked, known: Known, chart: Chart, *, in_debt: bool) -> Suggestion:
    post = _post(asked, chart)
    if post.line in known.rolled:
        return Suggestion(Certainty.LIKELY, _ROLLED, post.line)
    if asked.account.startswith(_VAT_GROUP) and post.certainty is Certainty.LIKELY:
        return _vat_together(post, known, in_debt=in_debt)
    return _placed(asked, post, known)


def _vat_together(post: _Post, known: Known, *, in_debt: bool) -> Suggestion:
    """The accounts of VAT as one row, on the side where all of them together stand."""
    line, text = (charts.DEBTS, "Momsskuld") if in_debt else (charts.RECEIVABLES, "Momsfordran")
    note = known.notes.get(line.code, Name())
    why = f"{post.why}; alla momskonton tillsammans är en {'skuld' if in_debt else 'fordran'}"
    return Suggestion(Certainty.LIKELY, why, line, note=note, note_row=Name(text))


def _placed(asked: Asked, post: _Post, known: Known) -> Suggestion:
    """A post with note, text and activity, from the rows in use where one has the account's name."""
    name = row_of(asked.name, asked.account)
    if post.line is charts.EQUITY:
        return Suggestion(post.certainty, post.why, post.line, compared=True)
    used = known.row(name) if name else None
    activity = known.activity(name, asked.objects) if post.line and post.line.is_flow else Name()
    if used is not None and (post.line is None or used.line.is_flow == post.line.is_flow):
        same = used.line is post.line
        certainty = post.certainty if same else Certainty.LIKELY
        why = post.why if same else f"raden {used.note_row} i {used.place} heter så"
        return Suggestion(
            certainty, why, used.line, note=used.note, note_row=used.note_row, activity=activity or used.activity
        )
    if post.line is None:
        return Suggestion(post.certainty, post.why)
    if not activity and (post.line in _FUNDED or is_contribution(asked)):
        activity = known.funding
    note = known.notes.get(post.line.code, Name())
    return Suggestion(post.certainty, post.why, post.line, note=note, note_row=Name(name), activity=activity)


def _post(asked: Asked, chart: Chart) -> _Post:
    posts = charts.posts_of(asked.account, chart.charts)
    said = said_by(asked.name, of_balance=is_balance(asked.account))
    spoken = _spoken(said, asked.account)
    if not posts:
        return _by_name(asked, spoken)
    agreed = tuple(post for post in posts if not spoken or post in spoken)
    if not agreed:
        named = _on_side(asked, spoken)
        why = f"namnet talar för {_either(_ordered(spoken))}, numret för {_either(posts)}"
        return _Post(named[0] if len(named) == 1 else posts[0], Certainty.GUESS, why)
    likely = _on_side(asked, agreed) or agreed
    why = _why(asked, chart)
    if len(likely) > 1:
        return _Post(likely[0], Certainty.GUESS, f"kan vara {_either(likely)}")
    doubt = _doubt(asked, likely[0], said)
    if doubt:
        return _Post(likely[0], Certainty.LIKELY, doubt)
    by_side_alone = len(agreed) > 1 and not spoken
    return _Post(likely[0], Certainty.GUESS if by_side_alone else _alone(asked, chart, spoken), why)


def _alone(asked: Asked, chart: Chart, spoken: frozenset[Line]) -> Certainty:
    """How sure a single post is: some groups hold so much else that the name must say it too."""
    groups = (charts.group_of(asked.account, each) for each in chart.charts)
    weak = chart.own or any(group is None or group.needs_name for group in groups)
    return Certainty.LIKELY if weak and not spoken else Certainty.SURE


def _spoken(said: Said | None, account: str) -> frozenset[Line]:
    """The posts of the account's own statement that the name speaks for, or else those of the other one."""
    posts = said.posts if said else frozenset[Line]()
    return frozenset(post for post in posts if post.is_flow is not is_balance(account)) or posts


def _by_name(asked: Asked, spoken: frozenset[Line]) -> _Post:
    likely = _on_side(asked, spoken)
    if len(likely) == 1:
        return _Post(likely[0], Certainty.GUESS, "namnet talar för det, men inte numret")
    return _Post(None, Certainty.GUESS, "varken numret eller namnet säger vad det är")


def _on_side(asked: Asked, posts: Iterable[Line]) -> tuple[Line, ...]:
    """Those of some posts on whose side the amounts stand, in the order of the law."""
    return tuple(post for post in _ordered(posts) if not asked.sides or _side(post) in asked.sides)


def _ordered(posts: Iterable[Line]) -> list[Line]:
    return sorted(posts, key=lambda post: _ORDER.index(post.code))


def _side(post: Line) -> int:
    return 1 if post.kind in {Kind.ASSET, Kind.COST} else -1


def _doubt(asked: Asked, post: Line, said: Said | None) -> str:
    """What speaks against a post that number and name agree on, in Swedish; nothing where nothing does."""
    if not asked.name:
        return f"{_title(asked)}, men kontot har inget namn"
    if said is not None and said.two_faced:
        posts = _ordered(_spoken(said, asked.account))
        return f"det kan vara {_either(posts)}" if len(posts) <= _MOST_POSTS else "det kan vara flera olika poster"
    natural = _side(post)
    either = post.either_sign or post is charts.EQUITY
    if -natural in asked.sides and not either and not EITHER_SIDE.search(folded(asked.name)):
        when = "" if asked.amounts[0] * natural < 0 else " ett tidigare år"
        return f"saldot{when} är {'kredit' if natural > 0 else 'debet'}, vilket är ovanligt för {post.label}"
    return ""


def _title(asked: Asked) -> str:
    return f"kontogrupp {asked.account[:2]}"


def _why(asked: Asked, chart: Chart) -> str:
    titles = dict.fromkeys(group.title for each in chart.charts if (group := charts.group_of(asked.account, each)))
    return f"{_title(asked)}, {enumerated(list(titles), 'eller')}"


def _either(posts: Iterable[Line]) -> str:
    return enumerated(list(dict.fromkeys(post.label for post in posts)), "eller")
