"""Where the files of a glossary are, and how they become one ``Glossary``."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan import lazy_re
from padanan.errors import GlossaryError
from padanan.files.local import STDIN, read_file
from padanan.model import TARGET_LANGUAGE, Glossary, domain_rank, merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SOURCES = "SOURCES.md"
"""Name of the file that lists the sources, beside the folder of a language."""

_SOURCE = lazy_re.compile(r"^- `([A-Z0-9-]+)`:", re.MULTILINE)
_SOURCE_TITLE = lazy_re.compile(r"^- `([A-Z0-9-]+)`:[ \t]*+(\S(?:.*\S)?)", re.MULTILINE)
_PACKAGE = Path(__file__).parents[1]
_KEPT = 32
"""Maximum number of files that stay parsed; the shipped glossary has two dozen."""

STDIN_DOMAIN = "own"
"""The domain of entries on standard input, which has no name: that of ``own.po``."""


class GlossaryFile(NamedTuple):
    """A file of a glossary: its path, as the user would name it, and its bytes."""

    path: str
    data: bytes

    @property
    def domain(self) -> str:
        """The domain of the entries: the name of the file without its ending.

        >>> GlossaryFile("glossary/en/law.po", b"").domain
        'law'
        """
        return STDIN_DOMAIN if self.path == STDIN else Path(self.path).stem


Named: TypeAlias = "str | Path | GlossaryFile"
"""A PO file or a folder by its path, or a file that was read already."""


def shipped_path() -> Path:
    """Return the folder of the shipped glossary, with ``SOURCES.md`` and ``en/``.

    An installed package carries it; in a checkout it is at the repository's root.

    Raises:
        GlossaryError: it is in neither place.
    """
    # Packages are folders; importlib.resources would find the same, but takes every
    # command time to import.
    for folder in (_PACKAGE / "shipped", _PACKAGE.parents[1] / "glossary"):
        if (folder / TARGET_LANGUAGE).is_dir():
            return folder
    raise GlossaryError("the shipped glossary is missing — install padanan again")


def load(*paths: Named, shipped: bool = True, include_fuzzy: bool = False) -> Glossary:
    """Read glossaries into one.

    Args:
        paths: the user's own lists, the first one before the others: PO files, folders
            in which all PO files are read, or files that were read already.
        shipped: lay them over the shipped glossary.
        include_fuzzy: whether entries that are not reviewed change other ones too.

    Returns:
        All concepts, the lists laid over (``overlay``).

    Raises:
        GlossaryError: a file is not a glossary, or there is no such file.
        OSError: a file cannot be read.

    >>> load()["persona-non-grata"].domain
    'missions'
    """
    lists = read_lists(paths, shipped=shipped)
    return joined(lists, shipped=shipped, include_fuzzy=include_fuzzy)


def joined(
    lists: Iterable[Iterable[GlossaryFile]],
    *,
    shipped: bool,
    include_fuzzy: bool = False,
) -> Glossary:
    """Return the glossary of lists that were read.

    Args:
        lists: as ``read_lists`` returns them.
        shipped: whether the first of them is the shipped glossary.
        include_fuzzy: whether entries that are not reviewed change other ones too.

    Raises:
        GlossaryError: a file is not a glossary, with the line of its first problem, or
            is of another language.
    """
    from padanan.glossary.overlay import lay_over

    read = [merge(map(parse, files)) for files in lists]
    if len(read) < 2:
        return merge(read)
    base = read.pop(0 if shipped else -1)
    return lay_over(base, read, include_fuzzy=include_fuzzy)


@lru_cache(maxsize=_KEPT)
def parse(file: GlossaryFile) -> Glossary:
    """Return the concepts of a file that was read.

    The same bytes are parsed once in a process.

    Raises:
        GlossaryError: it is not a glossary, with the line of its first problem.
    """
    # polib is slow to import, and not needed where the cache answers.
    from padanan.glossary import po

    text = po.decode(file.data, path=file.path)
    return po.loads(text, path=file.path, domain=file.domain)


def read_files(
    paths: Iterable[Named] = (), *, shipped: bool = True
) -> tuple[GlossaryFile, ...]:
    """Return the files of a glossary, not yet parsed; the key of the cache is theirs.

    Args:
        paths: PO files or folders.
        shipped: put the files of the shipped glossary first.

    Returns:
        The shipped files in the order of the domains, then the others as named;
        those of a folder by name.

    Raises:
        GlossaryError: there is no such file, or no PO file in a folder.
        OSError: a file cannot be read.
    """
    return tuple(file for files in read_lists(paths, shipped=shipped) for file in files)


def read_lists(
    paths: Iterable[Named] = (), *, shipped: bool = True
) -> tuple[tuple[GlossaryFile, ...], ...]:
    """Return the files of a glossary list by list, the shipped glossary first.

    Raises:
        GlossaryError: there is no such file, or no PO file in a folder.
        OSError: a file cannot be read.
    """
    found = find_lists(paths, shipped=shipped)
    return tuple(tuple(map(read_glossary, files)) for files in found)


def find_lists(
    paths: Iterable[Named] = (), *, shipped: bool = True
) -> tuple[tuple[Path | GlossaryFile, ...], ...]:
    """Return the paths of those files; what was read already stays as it is.

    Raises:
        GlossaryError: there is no such file, or no PO file in a folder.
    """
    named = [*([shipped_path() / TARGET_LANGUAGE] if shipped else []), *paths]
    return tuple(
        (path,) if isinstance(path, GlossaryFile) else po_files(Path(path))
        for path in named
    )


def read_glossary(path: Path | GlossaryFile) -> GlossaryFile:
    """Return a file of a glossary, not yet parsed.

    Raises:
        PadananError: it is too large.
        OSError: it cannot be read.
    """
    if isinstance(path, GlossaryFile):
        return path
    return GlossaryFile(str(path), read_file(path))


def po_files(path: Path) -> tuple[Path, ...]:
    """Return the PO files that a path names: itself, or those in the folder.

    Raises:
        GlossaryError: there is no such file, or no PO file in the folder.
    """
    if path.is_dir():
        found = tuple(sorted(_in_folder(path), key=_by_domain))
        if not found:
            message = "no PO file in this folder — name another, or a file"
            raise GlossaryError(message, path=str(path))
        return found
    if not path.exists():
        raise GlossaryError("no such file — check the name", path=str(path))
    return (path,)


def sources(path: str | Path) -> frozenset[str]:
    """Return the keys in a list of sources.

    Raises:
        ExchangeError: it is not UTF-8.
        OSError: it cannot be read.

    >>> "VCDR" in sources(shipped_path() / SOURCES)
    True
    """
    return frozenset(_SOURCE.findall(_text(path)))


def source_titles(path: str | Path) -> Mapping[str, str]:
    """Return the title of each key in a list of sources.

    Raises:
        ExchangeError: it is not UTF-8.
        OSError: it cannot be read.

    >>> source_titles(shipped_path() / SOURCES)["VCDR"]
    'Vienna Convention on Diplomatic Relations, 1961'
    """
    return dict(_SOURCE_TITLE.findall(_text(path)))


def _text(path: str | Path) -> str:
    from padanan.files.text import decode

    return decode(read_file(path), str(path), "utf-8")


def home(path: Path) -> Path | None:
    """Return the folder of the glossary to which a file or folder belongs.

    That is where ``SOURCES.md`` is, at most one folder above the folder of the file.
    Returns ``None`` for a list without sources.

    >>> home(shipped_path() / "en" / "law.po") == shipped_path()
    True
    """
    folder = path if path.is_dir() else path.parent
    for candidate in (folder, folder.parent):
        if (candidate / SOURCES).is_file():
            return candidate
    return None


def _in_folder(path: Path) -> Iterator[Path]:
    for found in path.rglob("*.po"):
        if found.is_file() and not found.name.startswith("."):
            yield found


def _by_domain(path: Path) -> tuple[str, int, str]:
    return str(path.parent), domain_rank(path.stem)[0], path.name
