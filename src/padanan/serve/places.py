"""A marked place of a text, and the forms that say something of it.

A place is known by its offset: the list may have changed since the page was made, and
with it the marks that stand before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan import jobs
from padanan.serve import views
from padanan.serve.problems import UNKNOWN, Problem, ProblemError
from padanan.serve.reading import AROUND, annotated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.matching.annotation import Annotation
    from padanan.model import Concept
    from padanan.serve.loaded import Loaded
    from padanan.serve.shelf import ShelvedText
    from padanan.serve.views import Frame

_LAST_WORD = re.compile(r"([\w’'-]*\w)[\s\"“”‘’(-]*\Z")
_FIRST_WORD = re.compile(r"\A[\s\"“”‘’(-]*(\w[\w’'-]*)")
_WORDS = re.compile(r"\w[\w’'-]*(?: \w[\w’'-]*)*")
_SPACES = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?:;,\n]")


class Exclusion(NamedTuple):
    """Where a place is said not to be the term.

    Attributes:
        kind: ``after`` or ``before`` a word, or ``never``, which is anywhere.
        word: beside the place; empty for anywhere.
        unless: the condition; empty where none is needed.
    """

    kind: str
    word: str = ""
    unless: str = ""


class MarkedPlace(NamedTuple):
    """A marked place of a text.

    Attributes:
        number: among the marks, from 0.
        mark: the mark itself.
        term: what an entry of one's own is about.
        left: what stands before it.
        text: what stands there.
        right: what stands behind it.
        head: of a composed term, the term that is not marked before the rest of it.
        rest: of a composed term, what stands behind its head; empty where that is no
            row of words, so that no condition can name it.
        senses: the ids of the concepts that the term may be.
    """

    number: int
    mark: Annotation
    term: str
    left: str
    text: str
    right: str
    head: str = ""
    rest: str = ""
    senses: tuple[str, ...] = ()

    @property
    def english(self) -> str:
        """What is offered there first; empty where nothing is."""
        return next(iter(self.mark.equivalents), "")

    @property
    def is_composed(self) -> bool:
        """Whether no entry lists the term."""
        return bool(self.head)

    @property
    def where(self) -> tuple[Exclusion, ...]:
        """Where it may be said not to be the term; empty where no list can say it."""
        if not self.head:
            return (*_beside(self.left, self.right), Exclusion("never"))
        return tuple(_of_composed(self)) if self.rest else ()


def mend(
    loaded: Loaded, frame: Frame, reading: ShelvedText, name: str, n: int
) -> bytes:
    """Return the form for better English at a place."""
    here = place(loaded, reading, n)
    back = f"/read/{name}#o{n}"
    return views.page("mend.html", frame, name=name, place=here, back=back)


def hide(
    loaded: Loaded, frame: Frame, reading: ShelvedText, name: str, n: int
) -> bytes:
    """Return the form to say that a place is not the term."""
    here = place(loaded, reading, n)
    back = f"/read/{name}#o{n}"
    return views.page("hide.html", frame, name=name, place=here, back=back)


def place(loaded: Loaded, reading: ShelvedText, number: int) -> MarkedPlace:
    """Return a marked place of a text by its number.

    Raises:
        ProblemError: there is none of that number.
    """
    found = annotated(loaded, reading)
    if not 0 <= number < len(found.annotations):
        raise ProblemError(GONE)
    return of(loaded, found, number)


def at(loaded: Loaded, reading: ShelvedText, start: int) -> MarkedPlace:
    """Return a marked place of a text by its offset.

    Raises:
        ProblemError: no mark begins there.
    """
    found = annotated(loaded, reading)
    starts = [mark.start for mark in found.annotations]
    if start not in starts:
        raise ProblemError(GONE)
    return of(loaded, found, starts.index(start))


GONE = Problem(UNKNOWN, "the text has no such place — reload it")


def of(loaded: Loaded, found: AnnotatedArticle, number: int) -> MarkedPlace:
    """Return the place of a mark."""
    mark = found.annotations[number]
    text = found.article.readable
    head, rest = parts(loaded, mark)
    return MarkedPlace(
        number,
        mark,
        term_of(mark),
        _before(text[: mark.start]),
        " ".join(mark.text.split()),
        _after(text[mark.end :]),
        head,
        rest,
        tuple(one.id for one in senses(loaded, mark)),
    )


def term_of(mark: Annotation) -> str:
    """Return the term that an entry about a mark is about.

    A composed term is a term of its own, and a short form (*Menlu*) may well have
    other English than its long one; what is only another spelling has not.
    """
    from padanan.model import TermType

    own = mark.parts or mark.term.type is TermType.ABBREVIATION
    return mark.term.text if own else mark.concept.term


def family(loaded: Loaded, mark: Annotation) -> tuple[Concept, ...]:
    """Return the concept of a mark and those that share terms with it."""
    compiled = loaded.compiled
    every = (compiled.concept(number) for number in range(compiled.size))
    return jobs.sharing(mark.concept, every)


def senses(loaded: Loaded, mark: Annotation) -> tuple[Concept, ...]:
    """Return the concepts that a mark may be; of a composed term, its head."""
    terms = [t.text for t in mark.concept.terms] if mark.parts else [mark.term.text]
    return tuple(
        one
        for one in family(loaded, mark)
        if one.id == mark.concept.id or any(jobs.has_term(one, t) for t in terms)
    )


def parts(loaded: Loaded, mark: Annotation) -> tuple[str, str]:
    """Return the head of a composed term as the text has it, and what is behind it.

    Both are empty for a listed term; the rest is, where it is no row of words.
    """
    if not mark.parts:
        return "", ""
    words, listed = mark.text.split(), mark.term.text.split()
    count = _head_length(loaded, words, mark.concept)
    # The term as it is listed has no clitics; but it may be parted otherwise.
    alike = len(words) == len(listed)
    rest = " ".join((listed if alike else words)[count:])
    is_plain = count and _WORDS.fullmatch(rest)
    return " ".join(words[: count or 1]), rest if is_plain else ""


def _head_length(loaded: Loaded, words: list[str], head: Concept) -> int:
    """Return how many words of a composed term are its head; 0 where none may be."""
    lengths = range(len(words) - 1, 0, -1)
    known = (n for n in lengths if _is_term(loaded, " ".join(words[:n]), head))
    usual = min(len(term.text.split()) for term in head.terms)
    return next(known, usual if usual < len(words) else 0)


def _is_term(loaded: Loaded, text: str, concept: Concept) -> bool:
    """Whether a text is a term of a concept, in some form.

    A head need not be a term by itself (``match: off``): then its form must be listed.
    """
    if jobs.has_term(concept, text.lower()) or jobs.has_term(concept, text):
        return True
    found = loaded.annotator.annotate(text, level="all")
    return any(
        one.concept.id == concept.id and (one.start, one.end) == (0, len(text))
        for one in found
    )


def _of_composed(here: MarkedPlace) -> Iterator[Exclusion]:
    """Yield where a composed term is none: its head is not marked before its rest."""
    for kind, word, unless in _beside(here.left, here.right):
        if kind == "after":
            yield Exclusion(kind, word, f"{unless} and followed by {here.rest}")
        else:
            yield Exclusion(kind, word, f"followed by {here.rest} {word}")
    yield Exclusion("never", "", f"followed by {here.rest}")


def _beside(before: str, after: str) -> Iterator[Exclusion]:
    """Yield where a place is none by the words beside it, in its sentence.

    >>> [where.unless for where in _beside("di", " kota itu.")]
    ['preceded by di', 'followed by kota']
    >>> list(_beside("Tiba. ", ", lalu"))
    []
    """
    left = _LAST_WORD.search(before[-AROUND:])
    if left and not _SENTENCE_END.search(before[-AROUND:][left.end(1) :]):
        yield Exclusion("after", left[1], f"preceded by {left[1]}")
    right = _FIRST_WORD.search(after[:AROUND])
    if right and not _SENTENCE_END.search(after[: right.start(1)]):
        yield Exclusion("before", right[1], f"followed by {right[1]}")


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
