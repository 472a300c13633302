"""``padanan import``: what another program made of the glossary, back into PO."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.errors import ExchangeError, GlossaryError
from padanan.exchange.formats import FORMATS, loads, named, recognised
from padanan.files.local import read_file, read_input
from padanan.files.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.exchange.importing import Change, Target
    from padanan.model import Concept

FINDINGS = 1
STDIN = "-"
TALKED_ABOUT = ("added", "changed", "conflict")


@click.command(name="import")
@click.argument("file")
@click.option(
    "--into",
    required=True,
    metavar="PO",
    help="The PO file that takes the concepts; its name is their domain.",
)
@click.option(
    "--from",
    "name",
    type=click.Choice([form.name for form in FORMATS if form.reads]),
    help="Format of the file.  [default: what its ending says]",
)
@click.option("--write", is_flag=True, help="Write it, not only show it.")
def import_(file: str, *, into: str, name: str | None, write: bool) -> None:
    """Show what a file would add to a PO file or change in it; --write does it.

    Conflicts are never written; exit status 1 says that there are some.
    """
    from padanan.exchange import importing

    path = Path(into)
    before = read_file(path) if path.exists() else None
    target = _target(path, before)
    form = named(name) if name else recognised(file)
    incoming = loads(form, read_input(file), file)
    made = importing.changes(incoming, target, lossless=form.lossless)
    click.echo("".join(f"{line}\n" for line in shown(made)), nl=False)
    counts = Counter(change.kind.value for change in made)
    if write and counts["added"] + counts["changed"]:
        after = _bytes(importing.result(target, made), target.domain, into)
        _replace(path, before, after)
    click.echo(_summary(counts, into, write=write), err=True)
    if counts["conflict"]:
        click.get_current_context().exit(FINDINGS)


def shown(made: tuple[Change, ...]) -> Iterator[str]:
    """Yield lines that say what becomes of the concepts, the same ones left out."""
    for change in made:
        if change.kind not in TALKED_ABOUT:
            continue
        first, *others = change.details or ("",)
        # What changes has a line each; what is new or cannot be has one.
        if change.kind == "changed":
            first, others = "", [first, *others]
        yield f"{change.kind.value:<9} {change.concept.id}  {first}".rstrip()
        yield from (f"{'':<9}   {line}" for line in others)


def _target(path: Path, data: bytes | None) -> Target:
    """Read the file that is imported into, and the names of what lies beside it.

    Raises:
        GlossaryError: it is no glossary, or has what would not survive writing.
    """
    from padanan.exchange.importing import Target
    from padanan.glossary import library, po

    if path.suffix != ".po":
        raise GlossaryError("no PO file — name one that ends in .po", path=str(path))
    concepts: tuple[Concept, ...] = ()
    if data is not None:
        reading = po.read(po.decode(data, path=str(path)), domain=path.stem)
        for problem in reading.problems:
            raise GlossaryError(problem.message, path=str(path), line=problem.line)
        concepts = reading.concepts
    beside = [] if library.home(path) is None else _beside(path)
    found = [(name, concept) for name in beside for concept in po.load(name).concepts]
    return Target(
        domain=path.stem,
        concepts=concepts,
        others={concept.id: str(name) for name, concept in found},
        terms=frozenset(term.text for _, each in found for term in each.terms),
    )


def _beside(path: Path) -> list[Path]:
    """Return the other files of the glossary to which a file belongs."""
    return [other for other in sorted(path.parent.glob("*.po")) if other != path]


def _bytes(concepts: tuple[Concept, ...], domain: str, path: str) -> bytes:
    """Return the file as it will be, having read it back.

    Raises:
        GlossaryError: it could not be read as the same concepts.
    """
    from padanan.glossary import po

    text = po.dumps(concepts, domain=domain)
    again = po.loads(text, path=path, domain=domain)
    if len(again) != len(concepts):
        raise GlossaryError("a concept would be lost — please report it", path=path)
    return text.encode("utf-8")


def _replace(path: Path, before: bytes | None, after: bytes) -> None:
    """Write the file, unless it is no longer what was compared.

    Raises:
        ExchangeError: it has changed.
        OSError: it cannot be written; it is then what it was before.
    """
    now = read_file(path) if path.exists() else None
    if now != before:
        raise ExchangeError("changed meanwhile — import again", path=str(path))
    write_file(path, after)


def _summary(counts: Counter[str], into: str, *, write: bool) -> str:
    said = [f"{counts[kind]} {kind}" for kind in TALKED_ABOUT]
    said.append(f"{counts['same']} the same")
    if counts["elsewhere"]:
        said.append(f"{counts['elsewhere']} of other files, left to them")
    what = ", ".join(said)
    if write:
        return f"{into}: {what}"
    return f"{into}: {what}; nothing is written yet — say --write"
