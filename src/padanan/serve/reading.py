"""What workers do for the page of a text: the page in parts, its files, its places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan import jobs
from padanan.serve import tasks, views
from padanan.serve.problems import UNKNOWN, Problem, ProblemError
from padanan.serve.tasks import TYPES, Made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.matching.annotation import Annotation
    from padanan.serve.loaded import Loaded
    from padanan.serve.shelf import Reading
    from padanan.serve.views import Frame

AROUND = 90
"""Maximum number of characters that are shown on either side of a place."""
_LAST_WORD = re.compile(r"([\w’'-]*\w)[\s\"“”‘’(-]*\Z")
_FIRST_WORD = re.compile(r"\A[\s\"“”‘’(-]*(\w[\w’'-]*)")
_SPACES = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?:;,\n]")


class Shown(NamedTuple):
    """What the templates of a text need.

    Attributes:
        sections: its parts.
        cards: its terms.
        titled: number of the part that is the title; ``None`` without one.
        words: how many words it has.
        total: how many terms are marked.
        kinds: how many there are of each class.
        domains: of the terms.
        notices: what its reader passed over, a sentence each.
    """

    sections: tuple[Any, ...]
    cards: tuple[Any, ...]
    titled: int | None
    words: int
    total: int
    kinds: dict[str, int]
    domains: tuple[str, ...]
    notices: tuple[str, ...]


class Place(NamedTuple):
    """A marked place of a text.

    Attributes:
        number: among the marks, from 0.
        term: what an entry of one's own is about.
        sense: of the concept, where the term has several.
        english: what is offered there first.
        others: what else is offered.
        left: what stands before it.
        text: what stands there.
        right: what stands behind it.
        conditions: where it may not be the term: the condition, whether it is about
            what stands ``before`` or ``after``, and the word.
    """

    number: int
    term: str
    sense: str | None
    english: str
    others: tuple[str, ...]
    left: str
    text: str
    right: str
    conditions: tuple[tuple[str, str, str], ...]


def readable(_loaded: Loaded, reading: Reading) -> None:
    """Raise where a text cannot be read."""
    jobs.open_article(reading.source)


def page(loaded: Loaded, frame: Frame, reading: Reading, name: str) -> Iterator[bytes]:
    """Yield the page of a text; its head comes before the text is read."""
    yield from views.parts(
        "read.html",
        frame,
        name=name,
        title=title_of(reading),
        pasted=is_pasted(reading),
        proposals=proposals(loaded),
        annotated=lambda: shown(annotated(loaded, reading)),
    )


def shown(found: AnnotatedArticle) -> Shown:
    """Return what the templates of a text need."""
    from padanan.render.cards import cards
    from padanan.render.html import kinds_of, word_count
    from padanan.render.sections import sections

    listed = cards(found.annotations, views.titles())
    parts = tuple(sections(found, listed))
    titles = (number for number, each in enumerate(parts) if each.role == "title")
    return Shown(
        parts,
        tuple(listed.values()),
        next(titles, None),
        word_count(found),
        len(found.annotations),
        kinds_of(found.annotations),
        tuple(dict.fromkeys(card.concept.domain for card in listed.values())),
        (*found.article.unread, *found.article.languages),
    )


def annotated(loaded: Loaded, reading: Reading) -> AnnotatedArticle:
    """Return a text with its marks."""
    options = jobs.AnnotateOptions(level=reading.level)
    (found,) = jobs.annotate([reading.source], loaded.annotator, options)
    return found.annotated


def is_pasted(reading: Reading) -> bool:
    """Tell whether a text has no name of its own: it was pasted.

    >>> from padanan.jobs import Source
    >>> from padanan.serve.shelf import Reading
    >>> is_pasted(Reading(Source("-", b"Menlu tiba.", "text")))
    True
    """
    return reading.source.name == "-"


def title_of(reading: Reading) -> str:
    """Return what a text is called: the name of its file, or how it begins.

    >>> from padanan.jobs import Source
    >>> from padanan.serve.shelf import Reading
    >>> title_of(Reading(Source("-", b"Menlu tiba.", "text")))
    'Menlu tiba.'
    """
    if reading.source.name != "-":
        return reading.source.name
    begins = (reading.source.data or b"")[:1_000].decode("utf-8", "replace").strip()
    line = begins.splitlines()[0].strip() if begins else ""
    return line if len(line) <= AROUND else f"{line[:AROUND].rstrip()}…"


def proposals(loaded: Loaded) -> dict[str, tuple[str, ...]]:
    """Return what one's own list only proposes, by the ids of the concepts."""
    entries = jobs.entries(loaded.settings.own)
    return {
        entry.id: tuple(term.text for term in entry.equivalents)
        for entry in entries
        if entry.fuzzy
    }


def saved(loaded: Loaded, reading: Reading, ui: str) -> Made:
    """Return the page of a text as one file that needs no server."""
    source = reading.source._replace(name=title_of(reading))
    found = annotated(loaded, reading._replace(source=_kept(source)))
    data = jobs.page_of(found, jobs.PagesOptions("html", ui))
    return Made(data, TYPES["html"], f"{file_name(title_of(reading))}.html")


def sheet(loaded: Loaded, reading: Reading) -> Made:
    """Return the term sheet of a text."""
    options = jobs.AnnotateOptions(level=reading.level)
    source = _kept(reading.source._replace(name=title_of(reading)))
    made = tasks.terms(loaded, (source,), options, "xlsx")
    return made._replace(name=f"{file_name(title_of(reading))}.xlsx")


def _kept(source: jobs.Source) -> jobs.Source:
    """Return a source whose name need not say what it is."""
    from padanan.articles.readers import reader_for

    if source.kind is not None:
        return source
    return source._replace(kind=reader_for(source.name).name)


def file_name(title: str) -> str:
    """Return a name that every system takes for a file, without an ending.

    >>> file_name("Menlu: “gencatan senjata”.txt"), file_name("../..")
    ('menlu-gencatan-senjata-txt', 'padanan')
    """
    from padanan.model import concept_id

    return concept_id(title[:60]).strip("_-.") or "padanan"


def mend(loaded: Loaded, frame: Frame, reading: Reading, name: str, n: int) -> bytes:
    """Return the form for better English at a place."""
    here = place(loaded, reading, n)
    back = f"/read/{name}#o{n}"
    return views.page("mend.html", frame, name=name, place=here, back=back)


def hide(loaded: Loaded, frame: Frame, reading: Reading, name: str, n: int) -> bytes:
    """Return the form to say that a place is not the term."""
    here = place(loaded, reading, n)
    back = f"/read/{name}#o{n}"
    return views.page("hide.html", frame, name=name, place=here, back=back)


def place(loaded: Loaded, reading: Reading, number: int) -> Place:
    """Return a marked place of a text.

    Raises:
        ProblemError: there is none of that number.
    """
    found = annotated(loaded, reading)
    mark = mark_of(found, number)
    text = found.article.readable
    before, after = text[: mark.start], text[mark.end :]
    return Place(
        number,
        term_of(mark),
        None if mark.parts else mark.concept.sense,
        mark.equivalents[0] if mark.equivalents else "",
        mark.equivalents[1:],
        _before(before),
        " ".join(mark.text.split()),
        _after(after),
        () if has_senses(loaded, mark) else tuple(conditions(before, after)),
    )


def mark_of(found: AnnotatedArticle, number: int) -> Annotation:
    """Return a mark by its number, from 0.

    Raises:
        ProblemError: there is none of that number.
    """
    if not 0 <= number < len(found.annotations):
        raise ProblemError(Problem(UNKNOWN, "the text has no such place — reload it"))
    return found.annotations[number]


def term_of(mark: Annotation) -> str:
    """Return the term that an entry about a mark is about.

    A composed term is a term of its own, and a short form (*Menlu*) may well have
    other English than its long one; what is only another spelling has not.
    """
    from padanan.model import TermType

    own = mark.parts or mark.term.type is TermType.ABBREVIATION
    return mark.term.text if own else mark.concept.term


def has_senses(loaded: Loaded, mark: Annotation) -> bool:
    """Tell whether the term of a mark is several concepts, or is composed.

    An entry with a condition takes the place of all concepts of the term.
    """
    from padanan.search.hits import How

    hits = jobs.lookup(mark.concept.term, loaded.compiled).hits
    exact = [h for h in hits if h.how is How.EXACT and h.language == "id"]
    return bool(mark.parts) or len(exact) > 1


def conditions(before: str, after: str) -> Iterator[tuple[str, str, str]]:
    """Yield conditions that hold at a place, by the words beside it.

    >>> list(conditions("di", " kota itu."))
    [('preceded by di', 'after', 'di'), ('followed by kota', 'before', 'kota')]
    >>> list(conditions("Tiba. ", ", lalu"))
    []
    """
    left = _LAST_WORD.search(before[-AROUND:])
    if left and not _SENTENCE_END.search(before[-AROUND:][left.end(1) :]):
        yield f"preceded by {left[1]}", "after", left[1]
    right = _FIRST_WORD.search(after[:AROUND])
    if right and not _SENTENCE_END.search(after[: right.start(1)]):
        yield f"followed by {right[1]}", "before", right[1]


def _before(text: str) -> str:
    r"""Return what stands before a place in its paragraph, cut at a word.

    >>> _before("Judul\n\nKata  "), len(_before("kata " * 99)) <= AROUND + 1
    ('Kata ', True)
    """
    line = _SPACES.sub(" ", re.split(r"\n\s*\n", text)[-1].lstrip())
    return line if len(line) <= AROUND else f"…{line[-AROUND:].partition(' ')[2]}"


def _after(text: str) -> str:
    line = _SPACES.sub(" ", re.split(r"\n\s*\n", text, maxsplit=1)[0].rstrip())
    return line if len(line) <= AROUND else f"{line[:AROUND].rpartition(' ')[0]} …"
