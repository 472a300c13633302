"""A name means one thing: no class is called as another one is."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import padanan

SOURCE = Path(padanan.__file__).parent

# What the same thing is in two formats of articles, or in two of translations.
COUNTERPARTS = {
    "Atom", "Beside", "Dialect", "Holder", "Look", "Paragraph", "ParagraphReader",
    "Range", "Token",
}  # fmt: skip
# The models of the web API are named as what they describe.
MODELS = "serve.schemas"


def classes_of(source: str) -> set[str]:
    """Return the public classes that a module defines.

    >>> classes_of("class Term: ...")
    {'Term'}
    """
    body = ast.parse(source).body
    names = {node.name for node in body if isinstance(node, ast.ClassDef)}
    return {name for name in names if not name.startswith("_")}


def homes() -> dict[str, set[str]]:
    """Return the modules that define a class, by its name."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        for name in classes_of(path.read_text("utf-8")):
            found[name].add(module)
    return found


def test_a_class_has_its_name_for_itself() -> None:
    """No two classes share a name, but for counterparts and models of the API."""
    shared = {
        name: sorted(modules)
        for name, modules in homes().items()
        if len(modules - {MODELS}) > 1 and name not in COUNTERPARTS
    }
    assert shared == {}


def test_every_exception_is_needed() -> None:
    """A name that is permitted twice stands in two modules."""
    found = homes()
    assert {name for name in COUNTERPARTS if len(found[name] - {MODELS}) < 2} == set()
