"""Imports run one way, and what is slow or replaceable is imported in one place."""

from __future__ import annotations

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import padanan

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(padanan.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))

BELOW = {
    "lazy_re": (),
    "errors": (),
    "model": ("errors",),
    "files": ("errors", "lazy_re"),
    "glossary": ("model", "files"),
    "language": (
        "model",
        "lazy_re",
    ),  # the parts of speech decide which forms there are
    "matching": ("glossary", "language"),
    "articles": ("matching",),
    "exchange": ("matching",),
    "search": ("articles",),
    "translation": ("articles",),
    "checks": ("translation",),
    "render": ("checks", "search"),
    "corpus": ("render",),
    "api": ("checks", "exchange", "search"),
    "__init__": ("api",),
    "jobs": ("corpus", "__init__"),
    "serve": ("jobs",),
    "cli": ("serve",),
    "__main__": ("cli",),
}
"""Each part of the package with the parts right below it, which it may import.

What those may import, it may import too.
"""

SLOW = {"babel", "docx", "jinja2", "lxml", "openpyxl"}
"""Never imported while a module is loaded: `padanan --help` stays instant."""

ONLY_IN = {
    "click": {"cli"},
    "fastapi": {"serve"},
    "polib": {"files", "glossary"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
}
"""Packages that these parts alone may import."""


def part(module: Path) -> str:
    """Return the part of the package to which a file belongs."""
    return module.relative_to(SOURCE).parts[0].removesuffix(".py")


def name(module: Path) -> str:
    """Return the dotted name of the module in a file."""
    parts = ("padanan", *module.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield dotted names that the statements import, with `from x import y` as x.y."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def at_load(tree: ast.Module) -> Iterator[str]:
    """Yield the dotted names that are imported while the module is loaded."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from imports(node)
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting.extend(node.orelse)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting.extend(ast.iter_child_nodes(node))


def imported_part(dotted: str) -> str | None:
    """Return the part of the package that an import names, None for other packages.

    >>> imported_part("padanan.matching.forms.surface_forms")
    'matching'
    >>> imported_part("padanan.Annotator")
    '__init__'
    """
    package, _, rest = dotted.partition(".")
    if package != "padanan":
        return None
    first = rest.partition(".")[0]
    return first if first in BELOW else "__init__"


def reachable(layer: str) -> frozenset[str]:
    """Return a part with all that lies below it."""
    return frozenset({layer}).union(*(reachable(below) for below in BELOW[layer]))


@pytest.fixture(params=MODULES, ids=name)
def module(request: pytest.FixtureRequest) -> Path:
    """Each module of the package."""
    path = request.param
    assert isinstance(path, Path)
    return path


@cache
def parse(module: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(module.read_text(encoding="utf-8"))


@cache
def imported(module: Path) -> frozenset[str]:
    """Return the dotted names that a module imports, wherever it does so."""
    return frozenset(imports(parse(module)))


def test_every_part_has_its_layer() -> None:
    """A new module or subpackage is given its place among the layers."""
    assert {part(module) for module in MODULES} <= BELOW.keys()


def test_imports_run_downward(module: Path) -> None:
    """No module imports from a part above or beside its own, not even for types."""
    found = {imported_part(dotted) for dotted in imported(module)} - {None}
    assert found <= reachable(part(module))


@pytest.mark.parametrize(
    ("layer", "below"), [(layer, one) for layer in BELOW for one in BELOW[layer]]
)
def test_every_permission_is_used(layer: str, below: str) -> None:
    """A part imports something that it may not import for any other reason."""
    others = {layer}.union(*(reachable(one) for one in BELOW[layer] if one != below))
    found = {
        imported_part(dotted)
        for module in MODULES
        if part(module) == layer
        for dotted in imported(module)
    }
    assert found & (reachable(below) - others)


def test_slow_packages_are_imported_when_needed(module: Path) -> None:
    """No module imports a slow package while it is loaded."""
    assert not {dotted.partition(".")[0] for dotted in at_load(parse(module))} & SLOW


@pytest.mark.parametrize(("package", "layers"), ONLY_IN.items())
def test_package_has_its_importers(package: str, layers: set[str]) -> None:
    """The package is imported by its own parts alone."""
    importers = {
        part(module)
        for module in MODULES
        if package in {dotted.partition(".")[0] for dotted in imported(module)}
    }
    assert importers <= layers


def imported_module(dotted: str, names: set[str]) -> str | None:
    """Return the module that is imported, or out of which a name is imported.

    >>> imported_module("padanan.model.Term", {"padanan", "padanan.model"})
    'padanan.model'
    """
    candidates = (dotted, dotted.rpartition(".")[0])
    return next((candidate for candidate in candidates if candidate in names), None)


def test_modules_have_no_cycle() -> None:
    """No chain of imports comes back to where it started."""
    names = {name(module) for module in MODULES}
    graph = {
        name(module): {
            target
            for dotted in imported(module)
            if (target := imported_module(dotted, names)) and target != name(module)
        }
        for module in MODULES
    }
    TopologicalSorter(graph).prepare()


def test_the_rules_themselves() -> None:
    """The helpers see imports in functions, and only those that run on loading."""
    tree = ast.parse(
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    import babel\n"
        "else:\n    import jinja2\n"
        "def f():\n    import lxml.etree\n"
    )
    assert set(imports(tree)) >= {"babel", "jinja2", "lxml.etree"}
    assert set(at_load(tree)) == {"typing.TYPE_CHECKING", "jinja2"}
