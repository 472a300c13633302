"""The glossary out to other programs, and what they made of it in again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.errors import ExchangeError, GlossaryError
from padanan.exchange.formats import (
    FORMATS,
    FormatOptions,
    dumps,
    loads,
    named,
    recognised,
    unread,
)
from padanan.files.headings import USUAL as USUAL_TABLE
from padanan.files.local import read_file
from padanan.files.locking import locked
from padanan.files.writing import write_file
from padanan.jobs.articles import (
    USUAL,
    ReadingOptions,
    Source,
    bytes_of,
    open_articles,
    passed_over,
)
from padanan.jobs.glossary import annotator, check_domains, load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.article import Article
    from padanan.exchange.formats import Dump, Format
    from padanan.exchange.importing import Change, Target
    from padanan.files.headings import TableOptions
    from padanan.jobs.glossary import GlossaryOptions
    from padanan.matching.annotation import Annotation
    from padanan.model import Concept, Glossary

TALKED_ABOUT = ("added", "changed", "conflict")


class ExportOptions(NamedTuple):
    """What is exported, and how.

    Attributes:
        form: the name of a format.
        domains: only concepts of these; all where empty.
        articles: only concepts that occur in these; all where empty.
        reading: how those articles are read.
        format: settings that a format may heed.
    """

    form: str
    domains: tuple[str, ...] = ()
    articles: tuple[Source, ...] = ()
    reading: ReadingOptions = USUAL
    format: FormatOptions = FormatOptions()


class ExportResult(NamedTuple):
    """The glossary in a format.

    Attributes:
        form: the format.
        dump: its files, and what was left out.
        concepts: how many there are in it.
        reversed_in_vain: the direction was to be turned, but the format has none.
        unread: what the readers of the articles passed over, one per line.
    """

    form: Format
    dump: Dump
    concepts: int
    reversed_in_vain: bool = False
    unread: tuple[str, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What to tell the user, besides what was left out."""
        from padanan.files.counts import counted

        told = f"{counted(self.concepts, 'concept')} as {self.form.name}"
        vain = f"{self.form.name} serves both directions: --reverse changes nothing"
        about = (vain, told) if self.reversed_in_vain else (told,)
        return (*self.unread, *about)

    def as_dict(self) -> dict[str, Any]:
        """Return the report of ``docs/json.md``: of the files only their sizes."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "format": self.form.name,
            "concepts": self.concepts,
            "files": [
                {"ending": ending, "bytes": len(data)}
                for ending, data in self.dump.files
            ],
            "left_out": list(self.dump.dropped),
        }


class FormatsResult(NamedTuple):
    """Formats, for somebody to choose from."""

    formats: tuple[Format, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the formats of ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "formats": [
                {
                    "name": form.name,
                    "title": form.title,
                    "endings": list(form.endings),
                    "writes": form.writes,
                    "reads": form.reads,
                    "lossless": form.lossless,
                    "loses": list(form.loses),
                }
                for form in self.formats
            ],
        }


class ImportResult(NamedTuple):
    """What an import would do to a PO file.

    Attributes:
        into: the file, as the user named it.
        before: its bytes when it was compared; ``None`` if there was none.
        target: what it holds.
        changes: what becomes of each concept.
        unread: what of the file was passed over or guessed, one per line.
    """

    into: str
    before: bytes | None
    target: Target
    changes: tuple[Change, ...]
    unread: tuple[str, ...] = ()

    @property
    def counts(self) -> Counter[str]:
        """How many concepts become what."""
        return Counter(change.kind.value for change in self.changes)

    def notices(self, *, written: bool) -> tuple[str, ...]:
        """Return what was not read, and how many concepts become what, one per line."""
        counts = self.counts
        said = [f"{counts[kind]} {kind}" for kind in TALKED_ABOUT]
        said.append(f"{counts['same']} the same")
        if counts["elsewhere"]:
            said.append(f"{counts['elsewhere']} in other files, left as they are")
        hint = "" if written else "; nothing is written yet — say --write"
        return (*self.unread, f"{self.into}: {', '.join(said)}{hint}")

    def as_dict(self) -> dict[str, Any]:
        """Return the import of ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "path": self.into,
            "changes": [
                {
                    "kind": change.kind.value,
                    "concept": change.concept.id,
                    "details": list(change.details),
                }
                for change in self.changes
            ],
        }


def export(known: GlossaryOptions, options: ExportOptions) -> ExportResult:
    r"""Return the glossary, or a part of it, in a format of another program.

    Raises:
        ExchangeError: there is no such format, nothing is left to write, or a concept
            cannot be written.
        GlossaryError: there is no such domain, or a file is not a glossary.
        DocumentError: an article cannot be read.
        OSError: a file cannot be read.

    >>> from padanan.jobs.glossary import GlossaryOptions
    >>> article = Source("-", b"Gencatan senjata!")
    >>> found = export(GlossaryOptions(), ExportOptions("deepl", articles=(article,)))
    >>> found.dump.files[0][1].decode()
    'gencatan senjata\tceasefire\n'
    """
    form = named(options.form)
    articles = tuple(open_articles(options.articles, options.reading))
    chosen = _chosen(known, options, articles)
    dump = dumps(form, chosen, options.format)
    vain = options.format.reverse and not form.reverses
    told = (line for article in articles for line in article.notices)
    passed = (*passed_over(options.articles), *told)
    return ExportResult(form, dump, len(chosen), vain, passed)


def _chosen(
    known: GlossaryOptions, options: ExportOptions, articles: Sequence[Article]
) -> Glossary:
    from padanan.exchange import selection

    include_fuzzy = options.format.include_fuzzy
    whole = load(known, include_fuzzy=include_fuzzy)
    domains = check_domains(
        options.domains, {concept.domain for concept in whole.concepts}
    )
    chosen = selection.select(whole, domains=domains, include_fuzzy=include_fuzzy)
    if options.articles:
        chosen = selection.only_in(chosen, _annotations(known, articles))
    if not chosen.concepts:
        raise ExchangeError("there is no such term — choose other articles or domains")
    return chosen


def _annotations(
    known: GlossaryOptions, articles: Iterable[Article]
) -> Iterator[Annotation]:
    found = annotator(known)
    for article in articles:
        yield from found.annotate(article.readable)


def formats(name: str | None = None) -> FormatsResult:
    """Return the exchange formats with what each cannot carry, or the one named.

    Raises:
        ExchangeError: there is no format of that name.

    >>> formats("deepl").as_dict()["formats"][0]["endings"]
    ['.tsv']
    """
    return FormatsResult(FORMATS if name is None else (named(name),))


def import_file(
    source: Source, into: str, table: TableOptions = USUAL_TABLE
) -> ImportResult:
    """Compare a file of another program with the PO file that it is to go into.

    Nothing is written.

    Args:
        source: the file.
        into: the PO file.
        table: how the file is read where it is a table.

    Raises:
        ExchangeError: the file is not of its format, or the format is not known.
        GlossaryError: the target is not a glossary, or has what would not survive
            writing.
        OSError: a file cannot be read.
    """
    from padanan.exchange.importing import changes, check_writable

    path = Path(into)
    before = read_file(path) if path.exists() else None
    target = _target(path, before)
    form = named(source.kind) if source.kind else recognised(source.name)
    data = bytes_of(source)
    incoming = loads(form, data, source.name, table)
    check_writable(incoming, source.name)
    made = changes(incoming, target, lossless=form.lossless)
    told = (
        f"{source.name}: {sentence}"
        for sentence in unread(form, data, source.name, table)
    )
    return ImportResult(into, before, target, made, tuple(told))


def write_import(result: ImportResult) -> None:
    """Write what an import adds and changes; conflicts are never written.

    Raises:
        ExchangeError: the file is no longer what was compared.
        GlossaryError: a concept would be lost.
        OSError: it cannot be written; it is then what it was before.
    """
    from padanan.exchange.importing import result as concepts_after

    counts = result.counts
    if not counts["added"] + counts["changed"]:
        return
    path = Path(result.into)
    concepts = concepts_after(result.target, result.changes)
    after = _bytes(concepts, result.target.domain, result.into)
    with locked(path):
        now = read_file(path) if path.exists() else None
        if now != result.before:
            raise ExchangeError("changed meanwhile — import again", path=result.into)
        write_file(path, after)


def _target(path: Path, data: bytes | None) -> Target:
    """Read the file that is imported into, and the names of what lies beside it.

    Raises:
        GlossaryError: it is not a glossary, or has what would not survive writing.
    """
    from padanan.exchange.importing import Target, other_terms
    from padanan.glossary import library, po

    if path.suffix != ".po":
        raise GlossaryError("not a PO file — name one that ends in .po", path=str(path))
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
        elsewhere=other_terms(each for _, each in found),
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
