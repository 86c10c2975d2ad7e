"""From the view to HTML: the base look's templates in a sandboxed Jinja2, strict about every name."""

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.document.look import Look
from generator.places import templates_folder
from generator.document.view import ReportView

BASE = "base"


def report_html(view: ReportView, look: Look) -> str:
    """Draw the report with the templates of the base look."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates_folder() / BASE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html").render(report=view, variables=look.css_variables())
