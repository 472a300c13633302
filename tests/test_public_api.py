"""What `import padanan` offers is what `__all__` promises, and docs/api.md shows it."""

from __future__ import annotations

import ast
import doctest
import re
import subprocess
import sys
from importlib import import_module, metadata
from pathlib import Path

import pytest

import padanan
from tests.test_readme import fences, first_line

API = (Path(__file__).parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
SESSIONS = fences(API, "pycon")


def declared() -> set[tuple[str, str]]:
    """Return the modules and names that type checkers read in ``__init__.py``."""
    tree = ast.parse(Path(padanan.__file__).read_text(encoding="utf-8"))
    return {
        (node.module or "", alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if (node.module or "").startswith("padanan.")
    }


def test_all_names_every_export() -> None:
    """`__all__` lists the public names of the package, in order, each once."""
    names = {name for _, name in declared()}
    assert padanan.__all__ == sorted(names | {"__version__"})
    assert {*padanan.__all__} <= {*dir(padanan)}


@pytest.mark.parametrize(("module", "name"), sorted(declared()))
def test_type_checkers_see_the_same_names(module: str, name: str) -> None:
    """What is imported for type checkers is what is imported when it is used."""
    assert getattr(padanan, name) is getattr(import_module(module), name)


@pytest.mark.parametrize("name", padanan.__all__)
def test_exports_are_documented(name: str) -> None:
    """Every public name has a docstring of its own, and an example in docs/api.md."""
    assert getattr(padanan, name).__doc__
    assert re.search(rf"\b(?:padanan\.)?{name}\b", "\n".join(SESSIONS))
    assert f"`{name}" in API or name == "__version__"


def test_the_page_of_the_api_is_true() -> None:
    """Each example of docs/api.md has the value that is shown, in one session."""
    session = "\n".join(SESSIONS).replace("…", "...")
    test = doctest.DocTestParser().get_doctest(session, {}, "docs/api.md", None, 0)
    assert len(test.examples) > len(padanan.__all__)
    # The output of a failing example stands in what the test has printed.
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed == 0


def test_a_name_that_is_not_there() -> None:
    """A misspelt name is an AttributeError, as of any module."""
    with pytest.raises(AttributeError, match="no attribute 'Anotator'"):
        getattr(padanan, "Anotator")  # noqa: B009 -- mypy knows that there is none


def test_import_is_lazy() -> None:
    """`import padanan` imports no other module of the package."""
    code = "import padanan, sys; print([n for n in sys.modules if 'padanan.' in n])"
    command = (sys.executable, "-c", code)
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def test_a_glossary_is_a_collection() -> None:
    """A loop over a glossary yields its concepts (it raised KeyError once)."""
    glossary = padanan.load()
    concepts = [*glossary]
    assert len(concepts) == len(glossary) > 0
    assert all(isinstance(concept, padanan.Concept) for concept in concepts)
    assert concepts[0] in glossary
    assert concepts[0].id in glossary
    assert "none-such" not in glossary
    assert len(repr(glossary)) < 60


def test_version_is_that_of_the_distribution() -> None:
    """The package and its metadata name the same version."""
    assert padanan.__version__ == metadata.version("padanan")


@pytest.mark.parametrize("session", SESSIONS, ids=first_line)
def test_the_page_names_no_other_module(session: str) -> None:
    """What the page shows is public: it imports nothing else."""
    assert not re.search(r"padanan\.\w+ import", session)
