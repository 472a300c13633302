"""``padanan check``: does a translation use the terms?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.checks.runner import check_translation, is_clean
from padanan.checks.table import TRANSLATION
from padanan.cli.options import glossary_options
from padanan.cli.texts import read_text
from padanan.errors import DocumentError
from padanan.files.local import read_file
from padanan.files.writing import STDOUT, encoded, write
from padanan.render import check_report as report

if TYPE_CHECKING:
    from padanan.checks.runner import CheckedTranslation
    from padanan.translation.units import Unit, Waiver

FINDINGS = 1


def _codes(
    _context: click.Context, _parameter: click.Parameter, value: str
) -> tuple[str, ...]:
    codes = tuple(code.strip().upper() for code in value.split(",") if code.strip())
    for code in codes:
        if not any(one.code.startswith(code) for one in TRANSLATION):
            raise click.BadParameter(f"there is no check “{code}”")
    return codes


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE | SOURCE TRANSLATION")
@click.option("--aligned", is_flag=True, help="Two texts: compare line against line.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
@click.option(
    "--output",
    "-o",
    default=STDOUT,
    metavar="FILE",
    help="File to write.  [default: standard output]",
)
@click.option(
    "--select",
    default="",
    metavar="CODES",
    callback=_codes,
    help="Only these codes, or all that begin so: T101,T2.",
)
@click.option(
    "--waivers",
    metavar="FILE",
    help="Findings that are not to count.  [default: TRANSLATION.waivers]",
)
@glossary_options
@click.option("--encoding", metavar="NAME", help="Encoding of two texts.")
@click.option("--no-cache", is_flag=True, help="Compile the glossary afresh.")
def check(
    paths: tuple[str, ...],
    *,
    aligned: bool,
    form: str,
    output: str,
    select: tuple[str, ...],
    waivers: str | None,
    glossary: tuple[str, ...],
    no_shipped: bool,
    encoding: str | None,
    no_cache: bool,
) -> None:
    """Check whether a translation uses the terms.

    FILE is a PO, XLIFF, TMX, CSV, TSV, XLSX or DOCX file with both languages;
    SOURCE and TRANSLATION are two texts. Exit status 1 means that there are errors
    or warnings.
    """
    from padanan import Annotator

    units = _units(paths, encoding, aligned=aligned)
    known = _waivers(paths[-1], waivers)
    annotator = Annotator.from_files(
        *glossary, shipped=not no_shipped, cache=not no_cache
    )
    checked = check_translation(
        annotator.engine, units, path=paths[-1], waivers=known, select=select
    )
    write(output, encoded(_rendered(checked, form, paths[-1])))
    click.echo(report.summary(checked), err=True)
    if not is_clean(checked.findings):
        click.get_current_context().exit(FINDINGS)


def _units(
    paths: tuple[str, ...], encoding: str | None, *, aligned: bool
) -> tuple[Unit, ...]:
    from padanan.translation import file_kinds

    if len(paths) == 1:
        return file_kinds.read(read_file(paths[0]), paths[0])
    if len(paths) > 2:
        problem = f"{len(paths)} files — name one bilingual file, or two texts"
        raise DocumentError(problem)
    return _text_units(paths[0], paths[1], encoding, aligned=aligned)


def _text_units(
    source: str, target: str, encoding: str | None, *, aligned: bool
) -> tuple[Unit, ...]:
    from padanan.translation.texts import line_units, text_units

    ours, theirs = (read_text(name, encoding) for name in (source, target))
    if aligned:
        return line_units(ours, theirs, target)
    return text_units(ours, theirs)


def _waivers(translation: str, named: str | None) -> tuple[Waiver, ...]:
    from padanan.articles.plain import decode
    from padanan.checks.waivers import ENDING, loads

    path = Path(named or translation + ENDING)
    if named is None and not path.is_file():
        return ()
    return loads(decode(read_file(path), str(path)), str(path))


def _rendered(checked: CheckedTranslation, form: str, path: str) -> str:
    if form == "json":
        data = report.as_data(checked)
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    if form == "html":
        from padanan.render import check_page as page

        return page.render(checked, Path(path).name)
    return report.as_text(checked)
