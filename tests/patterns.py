"""The regular expressions of the source, and texts that make a slow one slow."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import padanan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The names of the parser's own modules are not documented, and have no types.
compiler, op, parser = (
    importlib.import_module(f"re.{name}")
    for name in ("_compiler", "_constants", "_parser")
)

SOURCE = Path(padanan.__file__).parent
CALLS = {"compile", "search", "match", "fullmatch", "findall", "finditer", "split",
         "sub", "subn"}  # fmt: skip
ANCHORED = {"match", "fullmatch"}
LENGTH = 20_000
"""Characters of each text."""
_MANY = 100
"""A repetition that may be longer than this has no bound that helps."""
_SAMPLES = "a A0_ \t\n\x0b,.:;-–=\"'`~*[]()<>/\\|#&é€\u2028\r+?!{}%@^$"
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}


class Pattern(NamedTuple):
    """A regular expression of the source.

    Attributes:
        place: the file and the line.
        pattern: the expression, compiled; ``None`` where its text is made when it
            is needed.
        anchored: it is only tried at one place of a text.
        name: of what is compiled, or of what the result is assigned to.
    """

    place: str
    pattern: re.Pattern[Any] | None
    anchored: bool
    name: str


def patterns() -> Iterator[Pattern]:
    """Yield every expression that a call of ``re`` names, in the order of the files."""
    for path in sorted(SOURCE.rglob("*.py")):
        relative = path.relative_to(SOURCE)
        tree = ast.parse(path.read_text("utf-8"))
        calls: list[Any] = [node for node in ast.walk(tree) if _is_call(node)]
        if not calls or path.name == "__main__.py":
            continue
        name = ".".join(("padanan", *relative.with_suffix("").parts))
        module = importlib.import_module(name.removesuffix(".__init__"))
        for call in calls:
            found = _evaluated(call, vars(module))
            place = f"{relative}:{call.lineno}"
            yield Pattern(place, found, _anchored(tree, call), _name(tree, call))


def _anchored(tree: ast.Module, call: Any) -> bool:
    """Whether all that is done with a pattern is to match it at a place."""
    if call.func.attr != "compile":
        return call.func.attr in ANCHORED
    name = _assigned(tree, call)
    if not name:
        return _uses(tree, lambda node: node is call)
    # Elsewhere than in its module a public one may be used in any way.
    return name.startswith("_") and _uses(
        tree, lambda node: isinstance(node, ast.Name) and node.id == name
    )


def _name(tree: ast.Module, call: Any) -> str:
    first = call.args[0]
    return _assigned(tree, call) or (first.id if isinstance(first, ast.Name) else "")


def _assigned(tree: ast.Module, call: Any) -> str:
    """Return the name of a module that the result of a call has; empty for none."""
    return next(
        (
            node.targets[0].id
            for node in tree.body
            if isinstance(node, ast.Assign)
            and node.value is call
            and isinstance(node.targets[0], ast.Name)
        ),
        "",
    )


def _uses(tree: ast.Module, is_it: Callable[[ast.AST], bool]) -> bool:
    """Whether what is done with something is to match it at a place."""
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and is_it(node.value)
    }
    return bool(used) and used <= ANCHORED


def _is_call(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"re", "lazy_re"}
        and node.func.attr in CALLS
    )


def _evaluated(call: Any, names: dict[str, Any]) -> re.Pattern[Any] | None:
    flags = [one.value for one in call.keywords if one.arg == "flags"]
    if call.func.attr == "compile":
        flags += call.args[1:]
    try:
        text, *rest = (
            eval(compile(ast.Expression(node), "", "eval"), names)  # noqa: S307
            for node in (call.args[0], *flags)
        )
    except NameError:
        return None
    return text if isinstance(text, re.Pattern) else re.compile(text, *rest)


def hostile(pattern: re.Pattern[Any]) -> Iterator[str]:
    """Yield texts of what an expression repeats, behind what leads up to it."""
    tree = parser.parse(
        pattern.pattern
        if isinstance(pattern.pattern, str)
        else pattern.pattern.decode("latin-1"),
        pattern.flags & ~re.DEBUG,
    )
    found = dict.fromkeys(_repeated(list(tree), ""))
    for lead, characters in found:
        for character in characters:
            yield lead + character * LENGTH
            if lead:
                yield (lead + character) * (LENGTH // (len(lead) + 1))
    every = sorted({one for _, characters in found for one in characters[:2]})[:8]
    for first in every:
        for second in every:
            if first != second:
                yield (first + second) * (LENGTH // 2)


def _repeated(items: list[Any], lead: str) -> Iterator[tuple[str, str]]:
    """Yield what is repeated: the shortest text before it, and some characters."""
    for code, value in items:
        if code in _REPEATS and value[1] > _MANY:
            yield lead, _characters(list(value[2]))
        for part in _parts(code, value):
            yield from _repeated(part, lead)
        lead += _shortest([(code, value)])


def _parts(code: Any, value: Any) -> list[list[Any]]:
    """Return the sequences inside an item."""
    if code in _REPEATS:
        return [list(value[2])]
    if code is op.BRANCH:
        return [list(one) for one in value[1]]
    if code is op.SUBPATTERN:
        return [list(value[3])]
    if code is op.ATOMIC_GROUP:
        return [list(value)]
    if code in {op.ASSERT, op.ASSERT_NOT}:
        return [list(value[1])]
    return []


def _characters(items: list[Any]) -> str:
    """Return some characters with which the first item of a sequence may begin."""
    kinds = [one for one in _SAMPLES if _begins(items, one)]
    return "".join(kinds[:4])


def _begins(items: list[Any], character: str) -> bool:
    state = parser.State()
    made = parser.SubPattern(state, [one for one in items[:1] if one[0] is not op.AT])
    try:
        compiled = compiler.compile(made, 0)
    except (RuntimeError, re.error):
        return False
    found = compiled.match(character)
    return bool(found and found.end())


def _shortest(items: list[Any]) -> str:
    """Return a short text that a sequence may match."""
    text = ""
    for code, value in items:
        if code is op.LITERAL:
            text += chr(value)
        elif code in {op.IN, op.NOT_LITERAL, op.ANY}:
            text += next((c for c in _SAMPLES if _begins([(code, value)], c)), "")
        elif code in _REPEATS:
            text += _shortest(list(value[2])) * min(value[0], 3)
        elif code in {op.BRANCH, op.SUBPATTERN, op.ATOMIC_GROUP}:
            text += _shortest(_parts(code, value)[0])
    return text
