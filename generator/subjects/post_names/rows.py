"""The tab *Egna namn på poster*, and what the figures of the posts are called besides."""

from collections.abc import Iterable, Mapping

from generator.model import topics
from generator.model.post_names import PostName, line_of
from generator.model.rows import Section, Tab
from generator.model.underlag import Underlag
from generator.statements.lines import code_of

TAB = Tab(
    topic=topics.POST_NAMES,
    name="Egna namn på poster",
    help=(
        "Bara om en post i resultaträkningen eller balansräkningen ska heta något annat än i lagen. I de andra "
        "flikarna står lagens namn. Summor och resultat heter som i lagen."
    ),
    sections=(Section(PostName, prepared=10),),
)


def called(underlag: Underlag) -> Mapping[str, Iterable[str]]:
    """The own names, by the codes of the posts' figures."""
    return {code_of(line_of(row)): (str(row.name),) for row in underlag.rows(PostName)}
