"""Compiled glossaries in a cache: each is made once, and then only read.

What is kept belongs to the glossary files and to the code that compiled them: its key
is made of the bytes of both. They are read only where a size or a time has changed.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING

from padanan.glossary import cache as store
from padanan.glossary import library
from padanan.matching import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias, TypeVar

    from padanan.glossary.library import GlossaryFile, Named
    from padanan.matching.compiled import Compiled
    from padanan.model import Glossary

    T = TypeVar("T")
    Lists: TypeAlias = tuple[tuple[T, ...], ...]

PACKAGE = str(Path(__file__).parents[1])

COMPILING = (
    "errors.py", "lazy_re.py", "model.py", "files", "glossary",
    "language", "matching",
)  # fmt: skip
"""The modules and folders of this package that compiling may import.

A test holds the imports of ``compiling`` to them.
"""

LIBRARIES = ("babel", "polib")
"""Packages that compiling uses; Babel has the names of countries."""

MACHINE = f"{sys.implementation.cache_tag} {sys.byteorder}"
"""What else decides: the interpreter, with its Unicode tables, and the byte order."""

_ENDINGS = (".py", ".tsv")


def compile_files(*paths: Named, shipped: bool = True, cache: bool = True) -> Compiled:
    """Return the compiled glossary of some files.

    Args:
        paths: PO files, folders of them, or files that were read already.
        shipped: whether the shipped glossary comes first.
        cache: whether to keep the compiled form in the user's cache folder.

    Raises:
        GlossaryError: a file is no glossary.
        OSError: a file cannot be read.
    """
    found = library.find_lists(paths, shipped=shipped)
    folder = store.found_folder() if cache else None
    mark = _mark(found, shipped=shipped) if folder else None
    kept = store.recall(mark, folder)
    with suppress(ValueError):
        if kept is not None:
            return compiled.loads(kept)
    # Read once: what is made must be of the very bytes that the key is of.
    lists = tuple(tuple(map(library.read_glossary, files)) for files in found)
    if folder is None or not _is_loaded():
        return _compile(lists, shipped=shipped)
    name = store.key(_parts(lists, shipped=shipped))
    data = store.fetch(
        name, lambda: compiled.dumps(_compile(lists, shipped=shipped)), folder
    )
    store.remember(mark, name, folder)
    try:
        return compiled.loads(data)
    except ValueError:
        # Whole, but not what this version wrote: somebody else's file of that name.
        return _compile(lists, shipped=shipped)


def compiled_form(glossary: Glossary | None = None) -> Compiled:
    """Return a glossary compiled; the shipped one, from the cache, where none is given.

    >>> from padanan.model import Glossary
    >>> compiled_form(Glossary()).size
    0
    """
    if glossary is None:
        return compile_files()
    from padanan.matching.compiling import compile_glossary

    return compile_glossary(glossary)


@once
def code_files() -> tuple[str, ...]:
    """Return the files of code and data on which every compiled form depends.

    >>> any(path.endswith("indonesian.py") for path in code_files())
    True
    """
    from importlib.machinery import PathFinder

    own = (os.path.join(PACKAGE, name) for name in COMPILING)  # noqa: PTH118 -- below
    found = [path for name in own for path in _files_in(name)]
    # Looked up, not imported: that would take longer than all the rest.
    specs = map(PathFinder.find_spec, LIBRARIES)
    return (*sorted(found), *(spec.origin for spec in specs if spec and spec.origin))


def _files_in(path: str) -> Iterator[str]:
    # Sixty files for every command: pathlib would take several times as long.
    if path.endswith(_ENDINGS):
        yield path
    elif "." not in os.path.basename(path):  # noqa: PTH119 -- a folder
        for name in os.listdir(path):  # noqa: PTH208
            if name != "__pycache__":
                yield from _files_in(os.path.join(path, name))  # noqa: PTH118


@once
def _loaded_code() -> str | None:
    """Return the signature of the code as this process has found it."""
    return store.signature(MACHINE, code_files())


def _is_loaded() -> bool:
    """Whether the code on disk still is what this process has loaded."""
    return store.signature(MACHINE, code_files()) == _loaded_code()


def _mark(found: Lists[Path | GlossaryFile], *, shipped: bool) -> str | None:
    """Return the signature of files; ``None`` where one came without a file."""
    code = _loaded_code()
    paths = [path for files in found for path in files if isinstance(path, Path)]
    if code is None or len(paths) < sum(map(len, found)):
        return None
    return store.signature(f"{code}\n{_shape(found, shipped=shipped)}", paths)


def _shape(lists: Lists[object], *, shipped: bool) -> str:
    """Return what the files themselves do not tell: which of them are one list."""
    return f"{shipped} {' '.join(str(len(files)) for files in lists)}"


def _parts(lists: Lists[GlossaryFile], *, shipped: bool) -> Iterator[bytes]:
    yield MACHINE.encode()
    yield from (Path(path).read_bytes() for path in code_files())
    yield _shape(lists, shipped=shipped).encode()
    for file in (file for files in lists for file in files):
        yield from (os.fsencode(file.domain), file.data)


def _compile(lists: Lists[GlossaryFile], *, shipped: bool) -> Compiled:
    from padanan.matching.compiling import compile_glossary

    return compile_glossary(library.joined(lists, shipped=shipped))
