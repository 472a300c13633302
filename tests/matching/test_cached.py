"""What the cache keeps belongs to the code and the data that made it."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import padanan
from padanan.matching import cached
from tests.test_layers import MODULES, imported_module, imports, name

SOURCE = Path(padanan.__file__).parent
BY_NAME = {name(module): module for module in MODULES}

OWN = 'msgid ""\nmsgstr ""\n\nmsgid "kuasa usaha"\nmsgstr "chargé d\'affaires"\n'

# The index of the cache is used at once, not only for files of some age.
ANNOTATE = """
import sys
from padanan.glossary import cache
cache.FRESH = -1
import padanan
from padanan.matching import compiling
make = compiling.compile_glossary
compiling.compile_glossary = lambda glossary: print("compiled") or make(glossary)
annotator = padanan.Annotator.from_files(sys.argv[1], shipped=False)
print(*(found.text for found in annotator.annotate("Kuasa usaha dan kuasausaha.")))
"""


def reached(start: str) -> set[str]:
    """Return the modules that a module imports, and those that these import."""
    found, waiting = set[str](), [start]
    while waiting:
        module = waiting.pop()
        if module in found:
            continue
        found.add(module)
        tree = ast.parse(BY_NAME[module].read_text(encoding="utf-8"))
        targets = (imported_module(dotted, {*BY_NAME}) for dotted in imports(tree))
        waiting.extend(target for target in targets if target)
    return found


@pytest.mark.parametrize(
    "start", ["padanan.matching.compiling", "padanan.glossary.po", "padanan.model"]
)
def test_the_key_has_every_module_that_compiles(start: str) -> None:
    """No module on which a compiled form depends is left out of its key."""
    known = {*cached.code_files()}
    modules = reached(start) - {"padanan"}
    assert {str(BY_NAME[module]) for module in modules} <= known


def test_the_key_has_every_table() -> None:
    """The tables of the languages count too, and the names of countries in CLDR."""
    known = {*cached.code_files()}
    of_pages = SOURCE / "render"  # what pages say changes no compiled form
    tables = (path for path in SOURCE.rglob("*.tsv") if path.parent != of_pages)
    assert {str(path) for path in tables} <= known
    assert any(Path(path).parent.name == "babel" for path in known)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package that a test may edit."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(SOURCE, tmp_path / "copy" / "padanan", ignore=ignored)
    (tmp_path / "own.po").write_text(OWN, encoding="utf-8")
    return tmp_path


def run(copy: Path) -> list[str]:
    """Annotate with the edited copy and its cache; return what is printed."""
    result = subprocess.run(
        (sys.executable, "-B", "-c", ANNOTATE, str(copy / "own.po")),
        capture_output=True,
        text=True,
        check=True,
        env={
            **os.environ,
            "PYTHONPATH": str(copy / "copy"),
            "PADANAN_CACHE": str(copy / "cache"),
            "PYTHONIOENCODING": "utf-8",
        },
    )
    return result.stdout.splitlines()


def test_edited_code_has_its_effect(copy: Path) -> None:
    """An edit of indonesian.py counts at once (it did not, without --no-cache)."""
    assert run(copy) == ["compiled", "Kuasa usaha kuasausaha"]
    assert run(copy) == ["Kuasa usaha kuasausaha"]
    module = copy / "copy" / "padanan" / "language" / "indonesian.py"
    text = module.read_text(encoding="utf-8")
    start, end = text.index("def _joined("), text.index("def _apart(")
    none = "def _joined(words, term):\n    return []\n\n\n"
    module.write_text(f"{text[:start]}{none}{text[end:]}", encoding="utf-8")
    assert run(copy) == ["compiled", "Kuasa usaha"]
    assert run(copy) == ["Kuasa usaha"]


def test_touched_code_is_not_compiled_again(copy: Path) -> None:
    """Only the bytes of the code count: a new checkout of the same is as good."""
    assert run(copy)[0] == "compiled"
    for module in (copy / "copy").rglob("*.py"):
        os.utime(module, (1, 1))
    assert run(copy) == ["Kuasa usaha kuasausaha"]


def test_code_that_changed_since_it_was_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long process whose code is edited keeps nothing under the key of the new."""
    code = tmp_path / "code.py"
    code.write_text("old", encoding="utf-8")
    monkeypatch.setenv("PADANAN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("padanan.glossary.cache.FRESH", -1)
    monkeypatch.setattr(cached, "code_files", lambda: (str(code),))
    monkeypatch.setattr(cached, "_loaded_code", lambda: "as it was loaded")
    own = tmp_path / "own.po"
    own.write_text(OWN, encoding="utf-8")
    assert cached.compile_files(own, shipped=False).size == 1
    assert not (tmp_path / "cache").exists()
