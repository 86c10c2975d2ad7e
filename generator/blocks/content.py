"""Content: what a part of the report shows with a template of its own."""

from typing import ClassVar


class Content:
    """What a template shows of a part of the report, before anything in it is text.

    A frozen dataclass of texts, numbers, Prose, Lines, dates, Amounts, Tables, other Contents, and tuples of them. Each
    field says in Swedish what it is to the template: ``name: Annotated[str, "insatsens namn"]``. ``kind`` is what
    templates know it by, whatever the class is called; ``template`` draws it, empty for what stands inside another.
    """

    __slots__ = ()

    kind: ClassVar[str]
    template: ClassVar[str] = ""
