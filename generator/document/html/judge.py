"""Judging a look's templates before any of them runs: syntax, blocks that exist, and nothing outside them."""

from collections.abc import Iterator

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from generator.document.html.environment import BoundedEnvironment, environment_of
from generator.document.html.faults import syntax_finding
from generator.document.html.sources import Templates, TemplateText, own_templates
from generator.document.messages import (
    TEMPLATE_BLOCK_UNKNOWN,
    TEMPLATE_EXTENDS_ITSELF,
    TEMPLATE_OUTSIDE_BLOCKS,
    TEMPLATE_PARENT_UNKNOWN,
    TEMPLATE_SYNTAX,
)
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import nearest
from generator.ground.source import Source

_ALLOWED = (nodes.Extends, nodes.Import, nodes.FromImport, nodes.Macro, nodes.Assign, nodes.AssignBlock, nodes.Block)
"""What may stand at the top level of a template that builds on another: all else would never be shown."""

COMPUTED = "något som räknas ut"


def template_findings(templates: Templates) -> Iterator[Finding]:
    """Everything that is wrong with the templates that did not come with the program."""
    environment = environment_of(templates)
    for template in own_templates(templates).values():
        try:
            tree = environment.parse(template.text, filename=template.file)
        except TemplateSyntaxError as error:
            yield syntax_finding(error, templates)
        except RecursionError:
            source = Source(file=template.file)
            yield TEMPLATE_SYNTAX.found(source, detail="uttrycken är för djupt inuti varandra", where="")
        except ValueError:  # Python reads no number of thousands of digits
            yield TEMPLATE_SYNTAX.found(Source(file=template.file), detail="ett tal har för många siffror", where="")
        else:
            yield from _structure_findings(environment, template, tree, templates)


def _structure_findings(
    environment: BoundedEnvironment, template: TemplateText, tree: nodes.Template, templates: Templates
) -> Iterator[Finding]:
    extends = next((node for node in tree.body if isinstance(node, nodes.Extends)), None)
    if extends is None:
        return
    parent = str(extends.template.value) if isinstance(extends.template, nodes.Const) else COMPUTED
    if parent not in templates:
        yield _parent_unknown(template, extends, parent, templates)
        return
    if templates[parent].file == template.file:
        values = {"found": template.file.rsplit("/", 1)[-1]}
        yield TEMPLATE_EXTENDS_ITSELF.found(_source(template, extends), **values)
        return
    known = set(_blocks_of_chain(environment, parent, templates, set()))
    yield from _unknown_blocks(template, tree, parent, known)
    yield from _outside(template, tree)


def _parent_unknown(template: TemplateText, node: nodes.Node, parent: str, templates: Templates) -> Finding:
    names = sorted(name for name in templates if _is_parent_for(template, name, templates))
    values = {"found": parent, "hint": hint(nearest(parent, names)), "exist": ", ".join(names)}
    return TEMPLATE_PARENT_UNKNOWN.found(_source(template, node), **values)


def _is_parent_for(template: TemplateText, name: str, templates: Templates) -> bool:
    """Whether a name means a template of base, or one that another look really has."""
    folder, _, file = name.rpartition("/")
    other = templates[name].file
    return bool(folder) and file.endswith(".html") and other.endswith(name) and other != template.file


def _blocks_of_chain(environment: BoundedEnvironment, name: str, templates: Templates, seen: set[str]) -> Iterator[str]:
    """The blocks of a template and of all that it builds on."""
    if name in seen or name not in templates:
        return
    seen.add(name)
    tree = environment.parse(templates[name].text)
    yield from (block.name for block in tree.find_all(nodes.Block))
    for extends in tree.find_all(nodes.Extends):
        if isinstance(extends.template, nodes.Const):
            yield from _blocks_of_chain(environment, extends.template.value, templates, seen)


def _unknown_blocks(template: TemplateText, tree: nodes.Template, parent: str, known: set[str]) -> Iterator[Finding]:
    """Blocks that are in no parent; one inside a known block is the look's own and is shown."""
    for block in (node for node in tree.body if isinstance(node, nodes.Block)):
        if block.name not in known:
            names = sorted(known)
            values = {"found": block.name, "parent": parent, "hint": hint(nearest(block.name, names))}
            exist = ", ".join(names)
            yield TEMPLATE_BLOCK_UNKNOWN.found(_source(template, block), **values, exist=exist)


def _outside(template: TemplateText, tree: nodes.Template) -> Iterator[Finding]:
    for node in tree.body:
        if isinstance(node, nodes.Output):
            yield from _outside_text(template, node)
        elif not isinstance(node, _ALLOWED):
            found = f"{{% {type(node).__name__.lower()} %}}"
            yield TEMPLATE_OUTSIDE_BLOCKS.found(_source(template, node), found=found)


def _outside_text(template: TemplateText, output: nodes.Output) -> Iterator[Finding]:
    for node in output.nodes:
        if not isinstance(node, nodes.TemplateData):
            yield TEMPLATE_OUTSIDE_BLOCKS.found(_source(template, node), found="Ett uttryck {{ … }}")
        elif node.data.strip():
            before = node.data[: len(node.data) - len(node.data.lstrip())].count("\n")
            source = Source(row=node.lineno + before, file=template.file)
            text = " ".join(node.data.split())
            shown = text if len(text) <= 40 else f"{text[:40]} …"  # noqa: PLR2004 - enough to recognise it
            yield TEMPLATE_OUTSIDE_BLOCKS.found(source, found=f"”{shown}”")


def _source(template: TemplateText, node: nodes.Node) -> Source:
    return Source(row=node.lineno, file=template.file)
