"""Corpora: what they have and the glossary lacks, and how much of them it covers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.corpus.names import LINES
from padanan.errors import DocumentError
from padanan.jobs.articles import (
    USUAL,
    ReadingOptions,
    Source,
    bytes_of,
    find_articles,
    open_plain,
    passed_over,
)
from padanan.jobs.glossary import annotator, load
from padanan.jobs.units import (
    PairOptions,
    is_bilingual,
    is_only_bilingual,
    read_pair,
    read_units,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.corpus.candidates import Location
    from padanan.corpus.coverage import Coverage
    from padanan.corpus.proposals import Proposal
    from padanan.jobs.glossary import GlossaryOptions
    from padanan.translation.units import UnitsRead

MOST = 500
"""Maximum number of candidates, where nobody says another."""


class Texts(NamedTuple):
    """A corpus.

    Attributes:
        source: lines, units or whole texts.
        english: their translations, as many or none.
        unread: what was passed over, a line each.
    """

    source: tuple[str, ...]
    english: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


class ExtractOptions(NamedTuple):
    """Which candidates are wanted.

    Attributes:
        limit: maximum number of candidates.
        at_least: how often a candidate occurs.
        excluded: what somebody has rejected, in any form.
    """

    limit: int = MOST
    at_least: int = 2
    excluded: tuple[str, ...] = ()


LIKELIEST = ExtractOptions()
"""The likeliest candidates, none of them rejected."""


class ExtractResult(NamedTuple):
    """What may be terms that the glossary lacks.

    Attributes:
        proposals: candidates with contexts and likely English, the most likely first.
        found: how many candidates there are, those beyond the limit included.
    """

    proposals: tuple[Proposal, ...]
    found: int

    @property
    def notices(self) -> tuple[str, ...]:
        """How many candidates there are, in one line."""
        from padanan.files.counts import counted

        found = counted(self.found, "candidate")
        return (f"{found}, {len(self.proposals):,} written",)

    def as_dict(self) -> dict[str, Any]:
        """Return the candidates of ``docs/json.md``."""
        from padanan.render.json import VERSION

        return {
            "version": VERSION,
            "found": self.found,
            "candidates": [_candidate(proposal) for proposal in self.proposals],
        }


class CoverageResult(NamedTuple):
    """How much of a corpus the glossary covers."""

    coverage: Coverage

    def as_dict(self) -> dict[str, Any]:
        """Return the coverage of ``docs/json.md``."""
        from padanan.corpus.coverage_report import as_data
        from padanan.render.json import VERSION

        return {"version": VERSION, **as_data(self.coverage)}


def extract(
    texts: Texts, known: GlossaryOptions, options: ExtractOptions = LIKELIEST
) -> ExtractResult:
    """Propose terms that a corpus has and the glossary lacks.

    Raises:
        GlossaryError: a file is not a glossary.
        OSError: a file cannot be read.

    >>> from padanan.jobs.glossary import GlossaryOptions
    >>> texts = Texts(("Kota kecil itu sepi.", "Sebuah kota kecil."))
    >>> found = extract(texts, GlossaryOptions(shipped=False))
    >>> [proposal.candidate.term for proposal in found.proposals]
    ['kota kecil']
    """
    from padanan.corpus.candidates import candidates
    from padanan.corpus.proposals import propose

    found = candidates(
        texts.source,
        load(known),
        composed=_composed(texts.source, known),
        excluded=options.excluded,
        at_least=options.at_least,
    )
    listed = propose(found[: options.limit], texts.source, texts.english)
    return ExtractResult(tuple(listed), len(found))


def _composed(texts: Sequence[str], known: GlossaryOptions) -> list[Location]:
    """Return where terms are that no entry lists, but the glossary composes."""
    from padanan.corpus.candidates import Location
    from padanan.matching.engine import Options

    engine = annotator(known).engine
    options = Options(basic=True)
    return [
        Location(number, found.start, found.end)
        for number, text in enumerate(texts)
        for found in engine.annotate(text, options)
        if found.parts
    ]


def coverage(texts: Sequence[str], known: GlossaryOptions) -> CoverageResult:
    """Count how much of a corpus the glossary covers, and what it misses most.

    Raises:
        GlossaryError: a file is not a glossary.
        OSError: a file cannot be read.

    >>> from padanan.jobs.glossary import GlossaryOptions
    >>> coverage(["Nota diplomatik."], GlossaryOptions()).as_dict()["covered"]
    2
    """
    from padanan.corpus.coverage import coverage as cover

    engine = annotator(known).engine
    return CoverageResult(cover(engine, load(known), texts))


def open_texts(
    sources: Sequence[Source],
    english: Source | None = None,
    reading: ReadingOptions = USUAL,
) -> Texts:
    """Return a corpus as lines, or as units where it has both languages.

    Args:
        sources: articles, folders of them, or files with both languages.
        english: the translation of the one source, line against line.
        reading: how articles are read.

    Raises:
        DocumentError: a file cannot be read, a folder has no article, or the lines
            are not as many.
        OSError: a file cannot be read.

    >>> open_texts([Source("a.id", b"Kota kecil.")]).source
    ('Kota kecil.',)
    """
    if english is not None:
        options = PairOptions(reading, aligned=True)
        return _of_units([read_pair(_single(sources, english), english, options)])
    if all(map(is_bilingual, sources)):
        return _of_units([read_units(source) for source in sources])
    whole = read_whole(sources, reading)
    told = (
        f"{source.name}: its English was not read, for articles without it are named"
        for source in sources
        if is_only_bilingual(source)
    )
    lines = tuple(_lines(whole.source))
    return Texts(lines, unread=(*whole.unread, *told))


def _of_units(found: Sequence[UnitsRead]) -> Texts:
    units = [unit for one in found for unit in one.units]
    return Texts(
        tuple(unit.source for unit in units),
        tuple(unit.target for unit in units),
        tuple(line for one in found for line in one.unread),
    )


def open_whole(
    sources: Sequence[Source], reading: ReadingOptions = USUAL
) -> tuple[str, ...]:
    """Return the Indonesian of a corpus, a text for each of its files.

    Of JSON lines there is one for each line, that of its field ``text``.

    Raises:
        DocumentError: a file cannot be read, or a folder has no article.
        OSError: a file cannot be read.

    >>> open_whole([Source("a.jsonl", b'{"text": "Visa."}'), Source("b.txt", b"Nota.")])
    ('Visa.', 'Nota.')
    """
    return read_whole(sources, reading).source


def read_whole(sources: Sequence[Source], reading: ReadingOptions = USUAL) -> Texts:
    """Return the Indonesian of a corpus as ``open_whole`` does, and what was not read.

    Raises:
        DocumentError: a file cannot be read, or a folder has no article.
        OSError: a file cannot be read.

    >>> read_whole([Source("b.txt", b"Nota.")])
    Texts(source=('Nota.',), english=(), unread=())
    """
    from padanan.translation.file_kinds import FILE_KINDS

    alone = (*LINES, *(ending for kind in FILE_KINDS for ending in kind.endings))
    texts: list[str] = []
    told = [*passed_over(sources, tuple(alone))]
    for source in find_articles(sources):
        if source.name.lower().endswith(LINES):
            texts += _texts_of_lines(bytes_of(source), source.name)
        else:
            text, unread = _text(source, reading)
            texts.append(text)
            told += unread
    return Texts(tuple(texts), unread=tuple(told))


def _texts_of_lines(data: bytes, name: str) -> Iterator[str]:
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            text = json.loads(line)["text"]
        except (ValueError, RecursionError, LookupError, TypeError):
            text = None
        if not isinstance(text, str):
            message = "no text here — each line must be an object with a field “text”"
            raise DocumentError(message, path=name, line=number)
        yield text


def _text(source: Source, reading: ReadingOptions) -> tuple[str, tuple[str, ...]]:
    """Return the Indonesian of a file, and what was passed over in it."""
    if is_only_bilingual(source):
        found = read_units(source)
        return "\n\n".join(unit.source for unit in found.units), found.unread
    article = open_plain(source, reading)
    return article.readable, article.notices


def _single(sources: Sequence[Source], english: Source) -> Source:
    found = find_articles(sources)
    if len(found) != 1:
        message = "--english goes with one file — name one"
        raise DocumentError(message, path=english.name)
    return found[0]


def _lines(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from filter(str.strip, text.split("\n"))


def _candidate(proposal: Proposal) -> dict[str, Any]:
    candidate = proposal.candidate
    return {
        "term": candidate.term,
        "frequency": candidate.frequency,
        "score": round(candidate.score, 1),
        "equivalents": [guess.text for guess in proposal.equivalents],
        "contexts": list(proposal.contexts),
    }
