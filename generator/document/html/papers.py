"""From the view of the auditor's papers to HTML: a template of the program's own, in the colours and letters of a look.

No template or style sheet of an association's takes part: the papers are alike everywhere but for colours and letters.
"""

from markupsafe import Markup

from generator.document.html.environment import environment_of
from generator.document.html.sources import read_templates
from generator.look.chosen import ChosenLook
from generator.view.papers import PaperView

_TEMPLATE = "_audit.html"


def papers_html(view: PaperView, chosen: ChosenLook) -> str:
    """Draw the papers."""
    variables = "\n  ".join(f"{name}: {value};" for name, value in chosen.look.css_variables())
    look = {
        "variables": Markup(variables),  # noqa: S704 - validated settings only
        "classes": " ".join(chosen.look.css_classes()),
    }
    return environment_of(read_templates(())).get_template(_TEMPLATE).render(paper=view, look=look)
