"""The look of the report (*utseende*): the tab where it is chosen, and the judgement of all that it is made of."""

from generator.blocks.subject import Subject
from generator.look.appearance import APPEARANCE_TAB
from generator.subjects.appearance.rules import look_is_sound

SUBJECT = Subject(
    "appearance",
    tabs=(APPEARANCE_TAB,),
    rules=(look_is_sound,),
)
