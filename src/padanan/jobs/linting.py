"""A glossary checked, or written in its canonical form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.files.local import read_file
from padanan.files.locking import locked
from padanan.files.writing import write_file
from padanan.jobs.codes import check_codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from padanan.checks.findings import Finding
    from padanan.checks.glossary.files import File, GlossaryFiles
    from padanan.checks.waivers import Sifted
    from padanan.glossary.library import GlossaryFile
    from padanan.jobs.articles import Source
    from padanan.matching.measure import Measured


class LintResult(NamedTuple):
    """What was found in a glossary.

    Attributes:
        files: how many were checked.
        concepts: how many they have.
        sifted: what was found, in the order of the files, and what was waived.
    """

    files: int
    concepts: int
    sifted: Sifted

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return self.sifted.findings

    @property
    def notices(self) -> tuple[str, ...]:
        """What was checked and how much was found, in one line."""
        read = f"{_count(self.files, 'file')}, {_count(self.concepts, 'concept')}"
        waived = len(self.sifted.waived)
        more = f", {waived} waived" if waived else ""
        if not self.findings:
            return (f"{read}: nothing to report{more}",)
        files = len({finding.path for finding in self.findings})
        found = f"{_count(len(self.findings), 'finding')} in {_count(files, 'file')}"
        return (f"{read}: {found}{more}",)

    def as_dict(self) -> dict[str, Any]:
        """Return the checked glossary of ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "files": self.files,
            "concepts": self.concepts,
            "findings": [finding.as_dict() for finding in self.findings],
            "waived": [
                {**waived.finding.as_dict(), "reason": waived.waiver.reason}
                for waived in self.sifted.waived
            ],
            "unused": [waiver._asdict() for waiver in self.sifted.unused],
        }


PROFILES = ("full", "house")
"""What is asked of entries: all that ours have, or a term and its English."""


def lint(
    sources: Sequence[Source] = (),
    select: Sequence[str] = (),
    profile: str | None = None,
    texts: Sequence[str] = (),
) -> LintResult:
    """Check a glossary.

    Args:
        sources: PO files or folders of them; the shipped glossary if there is none.
        select: codes or their beginnings; all checks where empty.
        profile: one of ``PROFILES``; by default that of each file: ``full`` in a
            glossary with a list of sources, ``house`` elsewhere.
        texts: a corpus in which conditions are measured.

    Raises:
        DocumentError: there is no such code.
        GlossaryError: there is no such file, or no PO file in a folder.
        OSError: a file cannot be read.

    >>> from padanan.jobs.articles import Source
    >>> lint([Source("law.po", b'msgid "a"')], ["G005"]).findings[0].code
    'G005'
    """
    from padanan.checks.runner import check_glossary
    from padanan.checks.table import GLOSSARY

    codes = check_codes(select, [one.code for one in GLOSSARY])
    checked = _of_profile(open_glossary(sources), profile)
    if texts:
        checked = checked._replace(measured=_measured(checked, texts))
    entries = sum(len(file.reading.entries) for file in checked.files)
    return LintResult(len(checked.files), entries, check_glossary(checked, codes))


def fix(sources: Sequence[Source] = ()) -> tuple[str, ...]:
    """Rewrite files in canonical form if that is possible without loss.

    A file that changed since it was read is left as it is, and so is what has no file.

    Returns:
        The paths of the files that were written.

    Raises:
        GlossaryError: there is no such file, or no PO file in a folder.
        OSError: a file cannot be read or written.
    """
    from padanan.checks.glossary.files import read_file as read_again
    from padanan.checks.glossary.syntax import canonical_form

    mended = []
    given = {source.name for source in sources if source.data is not None}
    for file in open_glossary(sources).files:
        if file.path in given:
            continue
        data = canonical_form(file)
        if data is None or data == file.data:
            continue
        again = read_again(file.path, file.domain, data)
        if canonical_form(again) == data and _replaced(Path(file.path), file, data):
            mended.append(file.path)
    return tuple(mended)


def _replaced(path: Path, file: File, data: bytes) -> bool:
    """Write a file if it still is what was read, and return whether it was."""
    with locked(path):
        unchanged = read_file(path) == file.data
        if unchanged:
            write_file(path, data)
    return unchanged


def open_glossary(sources: Sequence[Source] = ()) -> GlossaryFiles:
    """Read glossary files and their neighbours.

    A glossary with its own list of sources stands alone; any other list is one that
    adds to the shipped glossary.

    Raises:
        GlossaryError: there is no such file, or no PO file in a folder; or the shipped
            glossary is damaged.
        OSError: a file cannot be read.
    """
    from padanan.checks.glossary.files import GlossaryFiles
    from padanan.glossary import library

    files = _files(sources)
    homes = {library.home(Path(file.path)) for file in files}
    folders = sorted(home for home in homes if home is not None)
    around = library.read_files(folders, shipped=None in homes)
    inside = {Path(file.path).resolve() for file in files}
    others = [file for file in around if Path(file.path).resolve() not in inside]
    siblings = [file for file in others if library.home(Path(file.path)) in homes]
    base = [file for file in others if file not in siblings]
    if None in homes:
        folders.append(library.shipped_path())
    lists = (folder / library.SOURCES for folder in folders)
    return GlossaryFiles(
        files=_read(files),
        siblings=_read(siblings),
        base=tuple(c for file in base for c in library.parse(file).concepts),
        sources=frozenset().union(*(library.sources(path) for path in lists)),
    )


def _measured(checked: GlossaryFiles, texts: Sequence[str]) -> tuple[Measured, ...]:
    from padanan.checks.glossary.examples import usable
    from padanan.matching.compiling import compile_glossary
    from padanan.matching.measure import measure
    from padanan.matching.recogniser import Recogniser

    return measure(Recogniser(compile_glossary(usable(checked))), texts)


def _of_profile(checked: GlossaryFiles, profile: str | None) -> GlossaryFiles:
    from padanan.glossary import library

    paths = (file.path for file in checked.files)
    if profile is not None:
        return checked._replace(house=frozenset(paths if profile == "house" else ()))
    outside = (path for path in paths if library.home(Path(path)) is None)
    return checked._replace(house=frozenset(outside))


def _files(sources: Sequence[Source]) -> list[GlossaryFile]:
    from padanan.glossary import library

    if not sources:
        named = (_as_named(library.shipped_path()),)
        return list(library.read_files(named, shipped=False))
    found: list[GlossaryFile] = []
    for source in sources:
        if source.data is None:
            found += library.read_files((source.name,), shipped=False)
        else:
            found.append(library.GlossaryFile(source.name, source.data))
    return found


def _as_named(path: Path) -> str:
    """Return a path as one would type it here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _read(files: Sequence[GlossaryFile]) -> tuple[File, ...]:
    from padanan.checks.glossary.files import read_file as read

    return tuple(read(file.path, file.domain, file.data) for file in files)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
