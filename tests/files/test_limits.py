"""The limits are in one table, and each has its reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import padanan
from padanan.files import limits

SOURCE = Path(padanan.__file__).parent
ROOMS = ("files", "exchange", "glossary", "corpus", "articles", "translation")
MODULES = sorted(
    path
    for room in ROOMS
    for path in (SOURCE / room).rglob("*.py")
    if path.name not in {"limits.py", "cache.py"}
)
SIZES = re.compile(r"1024 \* 1024|MAX_BYTES = \d{4,}\b|\d+ \* MIB")


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_no_module_has_a_size_of_its_own(path: Path) -> None:
    """A size limit of files stands in the table and nowhere else."""
    assert not SIZES.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "name", [name for name in vars(limits) if name.isupper() and len(name) > 3]
)
def test_every_limit_says_what_it_is(name: str) -> None:
    """Each limit is a positive number with a docstring right below it."""
    assert vars(limits)[name] > 0
    text = Path(limits.__file__).read_text(encoding="utf-8")
    assert re.search(rf'^{name} = .*\n"""(?:Maximum|Size) ', text, re.MULTILINE)


def test_a_file_may_be_as_large_as_what_it_holds() -> None:
    """No kind of content may be larger than a file."""
    kinds = (limits.ARTICLE, limits.GLOSSARY, limits.TRANSLATION, limits.XML)
    assert max(kinds) <= limits.FILE
    assert limits.WORD_PACKAGE <= limits.PACKAGE
