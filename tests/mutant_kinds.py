"""The small mistakes that are planted in the code: one change of one expression, the kind that a hurried hand makes."""

import ast
import copy
import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_COMPARISONS: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
    ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
}
_OPERATORS: dict[type[ast.operator], ast.operator] = {
    ast.Add: ast.Sub(),
    ast.Sub: ast.Add(),
    ast.Mult: ast.Div(),
    ast.Div: ast.Mult(),
    ast.FloorDiv: ast.Mult(),
    ast.BitAnd: ast.BitOr(),
    ast.BitOr: ast.BitAnd(),
}
_ROUNDS = (
    *(("min", "max"), ("any", "all"), ("plus", "minus"), ("increase", "decrease"), ("this_year", "last_year")),
    *(("ERROR", "WARNING", "NOTE"), ("OUTCOME", "BUDGET_DECIDED", "BUDGET_REVISED")),
)
_WORDS = {word: round_[at - 1] for round_ in _ROUNDS for at, word in enumerate(round_)}
"""Names that are easily taken for each other."""
_LEFT_OUT = {"sorted": "list", "abs": "", "reversed": "", "set": "list"}
"""Calls without which only the argument, or another call of it, is left."""


@dataclass(frozen=True, order=True)
class Mutant:
    """One mistake: in which file, from and to which character, and what stands there instead.

    ``block`` is the first line of the block of statements that it stands in, 0 outside functions.
    """

    path: str
    start: int
    end: int
    text: str
    block: int

    @property
    def key(self) -> str:
        """The block that has the mistake, as the record of what tests reach names it."""
        return block_key(self.path, self.block)

    def source(self) -> str:
        """The file's whole text with the mistake."""
        text = Path(self.path).read_text("utf-8")
        return text[: self.start] + self.text + text[self.end :]

    def diff(self) -> str:
        """The changed lines before and after, with where they stand."""
        before, after = Path(self.path).read_text("utf-8").splitlines(), self.source().splitlines()
        _, _, place, *lines = difflib.unified_diff(before, after, n=0, lineterm="")
        return "\n".join([f"{self.path}:{place.split()[1][1:]}", *lines])


def block_key(path: str, line: int) -> str:
    """What a block of statements is called: its file and its first line."""
    return f"{path}:{line}"


def blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    """The blocks of statements inside functions, the outer before the inner."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    nodes = dict.fromkeys(node for function in functions for node in ast.walk(function))
    for node in nodes:
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list) and block and not isinstance(node, ast.ClassDef):
                yield block


def mutants_of(path: str) -> Iterator[Mutant]:
    """Every mistake that can be planted in a file, in the order of its text."""
    text = Path(path).read_text("utf-8")
    tree = ast.parse(text)
    finder = _Finder(path, text, [(block[0].lineno, block[-1].end_lineno or 0) for block in blocks(tree)])
    finder.visit(tree)
    yield from sorted({mutant for mutant in finder.found if _compiles(mutant.source())})


def _compiles(text: str) -> bool:
    try:
        compile(text, "", "exec")
    except SyntaxError:
        return False
    return True


class _Finder(ast.NodeVisitor):
    """Goes through a file; what is never run, or only describes, is passed by."""

    def __init__(self, path: str, text: str, within: Sequence[tuple[int, int]]) -> None:
        self.found: list[Mutant] = []
        self._path, self._within = path, within
        self._bytes = text.encode("utf-8")  # which ast counts columns in
        self._lines = [0]
        for line in self._bytes.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def _place(self, line: int, column: int) -> int:
        return len(self._bytes[: self._lines[line - 1] + column].decode("utf-8"))

    def _add(self, node: ast.expr | ast.stmt, new: ast.AST | str) -> None:
        text = new if isinstance(new, str) else f"({ast.unparse(new)})"
        start = self._place(node.lineno, node.col_offset)
        end = self._place(node.end_lineno or node.lineno, node.end_col_offset or 0)
        block = max((first for first, last in self._within if first <= node.lineno <= last), default=0)
        self.found.append(Mutant(self._path, start, end, text, block))

    def _with(self, node: ast.AST, **changed: object) -> ast.AST:
        new = copy.copy(node)
        for field, value in changed.items():
            setattr(new, field, value)
        return new

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for each in (*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body):
            self.visit(each)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for each in node.body:
            self.visit(each)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not (isinstance(node.value, ast.BinOp) and isinstance(node.value.op, ast.BitOr)):  # a name for a union
            self.visit(node.value)

    def visit_Assert(self, node: ast.Assert) -> None:
        """Left alone: an assertion cannot fail."""

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Left alone: its places are not those of the file before Python 3.12."""

    def visit_Compare(self, node: ast.Compare) -> None:
        for at, operator in enumerate(node.ops):
            other = _COMPARISONS[type(operator)]
            self._add(node, self._with(node, ops=[*node.ops[:at], other, *node.ops[at + 1 :]]))
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        self._add(node, self._with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And()))
        for at in range(len(node.values)):
            self._add(node, self._with(node, values=[*node.values[:at], *node.values[at + 1 :]]))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not | ast.USub):
            self._add(node, node.operand)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        is_text = isinstance(node.left, ast.JoinedStr | ast.Constant | ast.List | ast.Tuple)
        if type(node.op) in _OPERATORS and not is_text:
            self._add(node, self._with(node, op=_OPERATORS[type(node.op)]))
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        self._conditions(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._conditions(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for each in node.ifs:
            self._add(each, "True")
        self.generic_visit(node)

    def _conditions(self, test: ast.expr) -> None:
        self._add(test, "True")
        self._add(test, "False")

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._add(node, str(not node.value))
        elif isinstance(node.value, int):
            self._add(node, str(node.value + 1))

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name == "Decimal" and isinstance(node.args[0], ast.Constant) and node.args[0].value:
            self._add(node, f"(2 * {ast.unparse(node)})")
        elif name in _LEFT_OUT and len(node.args) == 1:
            self._add(node, f"{_LEFT_OUT[name]}({ast.unparse(node.args[0])})")
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        if node.id in _WORDS:
            self._add(node, _WORDS[node.id])

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in _WORDS:
            self._add(node, f"{ast.unparse(node.value)}.{_WORDS[node.attr]}")
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            self._add(node.value, "None")
            self.visit(node.value)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Yield | ast.YieldFrom):
            self._add(node, "yield from ()")
        elif isinstance(node.value, ast.Call):
            self._add(node, "pass")
        self.generic_visit(node)

    def visit_Continue(self, node: ast.Continue) -> None:
        self._add(node, "break")

    def visit_Break(self, node: ast.Break) -> None:
        self._add(node, "continue")
