"""``padanan lint``: what is wrong with a glossary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.checks.glossary.files import File, GlossaryFiles, read_file
from padanan.checks.glossary.syntax import canonical_form
from padanan.checks.runner import check_glossary
from padanan.checks.table import GLOSSARY
from padanan.files.writing import write_file
from padanan.glossary import library

if TYPE_CHECKING:
    from padanan.checks.waivers import Sifted
    from padanan.glossary.library import GlossaryFile

FINDINGS = 1


def _codes(
    _context: click.Context, _parameter: click.Parameter, value: str
) -> tuple[str, ...]:
    codes = tuple(code.strip().upper() for code in value.split(",") if code.strip())
    for code in codes:
        if not any(check.code.startswith(code) for check in GLOSSARY):
            raise click.BadParameter(f"there is no check “{code}”")
    return codes


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--fix", is_flag=True, help="Write files in their canonical form.")
@click.option(
    "--select",
    default="",
    metavar="CODES",
    callback=_codes,
    help="Only these codes, or all that begin so: G102,G2.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the findings.",
)
def lint(
    paths: tuple[str, ...], *, fix: bool, select: tuple[str, ...], form: str
) -> None:
    """Report what is wrong with a glossary, or mend its form.

    PATH is a PO file or a folder of PO files; without one the shipped glossary is
    read. Exit status 1 means that there are findings.
    """
    checked = read_sheet(paths)
    if fix and (mended := fix_files(checked.files)):
        click.echo(f"written: {', '.join(mended)}", err=True)
        checked = read_sheet(paths)
    found = check_glossary(checked, select)
    click.echo(_as_json(found) if form == "json" else _as_text(found), nl=False)
    click.echo(_summary(checked, found), err=True)
    if found.findings:
        click.get_current_context().exit(FINDINGS)


def read_sheet(paths: tuple[str, ...]) -> GlossaryFiles:
    """Read the named files, and what they stand among.

    A glossary with its own list of sources stands alone; any other list is one that
    adds to the shipped glossary.
    """
    named = paths or (_as_named(library.shipped_path()),)
    files = library.read_files(named, shipped=False)
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
        base=tuple(c for file in _read(base) for c in file.reading.concepts),
        sources=frozenset().union(*(library.sources(path) for path in lists)),
    )


def _as_named(path: Path) -> str:
    """Return a path as one would type it here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def fix_files(files: tuple[File, ...]) -> tuple[str, ...]:
    """Write those files in canonical form that are not, and can be without loss.

    A file that changed since it was read is left as it is.

    Returns:
        The paths of the files that were written.

    Raises:
        OSError: a file cannot be written.
    """
    mended = []
    for file in files:
        data = canonical_form(file)
        if data is None or data == file.data:
            continue
        again = read_file(file.path, file.domain, data)
        unchanged = Path(file.path).read_bytes() == file.data
        if unchanged and canonical_form(again) == data:
            write_file(Path(file.path), data)
            mended.append(file.path)
    return tuple(mended)


def _read(files: tuple[GlossaryFile, ...] | list[GlossaryFile]) -> tuple[File, ...]:
    return tuple(read_file(file.path, file.domain, file.data) for file in files)


def _as_text(found: Sifted) -> str:
    from padanan.render.check_report import as_lines

    return as_lines(found)


def _as_json(found: Sifted) -> str:
    rows = [finding.as_dict() for finding in found.findings]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _summary(checked: GlossaryFiles, found: Sifted) -> str:
    entries = sum(len(file.reading.entries) for file in checked.files)
    read = f"{_count(len(checked.files), 'file')}, {_count(entries, 'concept')}"
    waived = f", {len(found.waived)} waived" * bool(found.waived)
    if not found.findings:
        return f"{read}: nothing to report{waived}"
    files = len({finding.path for finding in found.findings})
    findings = _count(len(found.findings), "finding")
    return f"{read}: {findings} in {_count(files, 'file')}{waived}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
