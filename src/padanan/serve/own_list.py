"""What pages write into one's own list, and its page: workers do it, as jobs do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan import jobs
from padanan.files.local import read_file
from padanan.serve import reading, views
from padanan.serve.problems import CONFLICT, Problem, ProblemError, short
from padanan.serve.tasks import TYPES, Made

if TYPE_CHECKING:
    from padanan.serve.loaded import Loaded
    from padanan.serve.shelf import Reading
    from padanan.serve.views import Frame


class Wish(NamedTuple):
    """What somebody says of a term.

    Attributes:
        english: to be written for it.
        term: in Indonesian, where it is no marked one.
        note: on its use.
        definition: one sentence.
        unless: condition where it is not the term; empty for nowhere.
        fuzzy: only proposed.
    """

    english: str = ""
    term: str = ""
    note: str = ""
    definition: str = ""
    unless: str = ""
    fuzzy: bool = False


def better(loaded: Loaded, read: Reading, number: int, wish: Wish) -> str:
    """Write better English for a marked place; return the text that says so."""
    mark = reading.mark_of(reading.annotated(loaded, read), number)
    notes = (wish.note,) if wish.note else ()
    sense = None if mark.parts else mark.concept.sense
    new = jobs.Addition(
        reading.term_of(mark),
        wish.english,
        notes=notes,
        fuzzy=wish.fuzzy,
        first=True,
        sense=sense,
    )
    _add(loaded, new)
    return said(wish)


def hidden(loaded: Loaded, read: Reading, number: int, wish: Wish) -> str:
    """Write that a marked place is not the term; return the text that says so."""
    mark = reading.mark_of(reading.annotated(loaded, read), number)
    if mark.parts:
        # The term is made of others; it is hidden by an entry of its own.
        _add(loaded, jobs.Addition(mark.term.text, mark.equivalents[0], fuzzy=True))
        return said(wish._replace(fuzzy=True))
    jobs.hide(
        loaded.settings.own, jobs.Hiding(mark.concept, wish.unless, fuzzy=wish.fuzzy)
    )
    return said(wish)


def missing(loaded: Loaded, read: Reading, wish: Wish) -> tuple[str, int | None]:
    """Write a term that was not marked.

    Returns:
        The name of the text that says so, and the number of the first mark of the
        term in the text; ``None`` where it has none.
    """
    new = jobs.Addition(wish.term, wish.english, wish.definition, fuzzy=wish.fuzzy)
    added = _add(loaded, new)
    after = jobs.annotator(loaded.settings.glossary)
    options = jobs.AnnotateOptions(level=read.level)
    (found,) = jobs.annotate([read.source], after, options)
    named = (
        number
        for number, mark in enumerate(found.annotated.annotations)
        if mark.concept.id == added.concept.id or mark.term.text == wish.term
    )
    place = next(named, None)
    is_there = wish.term.casefold() in found.annotated.article.readable.casefold()
    held_back = place is None and is_there and not wish.fuzzy
    return "held-back" if held_back else said(wish), place


def _add(loaded: Loaded, new: jobs.Addition) -> jobs.AddResult:
    from padanan.errors import GlossaryError

    try:
        return jobs.add(loaded.settings.own, new)
    except GlossaryError as error:
        raise ProblemError(Problem(CONFLICT, short(str(error)))) from None


def removed(loaded: Loaded, concept: str) -> str:
    """Take an entry out; return the text that says so."""
    jobs.remove(loaded.settings.own, concept)
    return "removed"


def said(wish: Wish) -> str:
    """Return the name of the text that says what was done.

    >>> said(Wish(fuzzy=True)), said(Wish())
    ('written-proposal', 'written')
    """
    return "written-proposal" if wish.fuzzy else "written"


def file(loaded: Loaded) -> Made:
    """Return the list as it lies on the disk.

    Raises:
        OSError: there is none.
    """
    own = loaded.settings.own
    return Made(read_file(own), TYPES["po"], "own.po")


def page(loaded: Loaded, frame: Frame) -> bytes:
    """Return the page of one's own list."""
    own = loaded.settings.own
    entries = jobs.entries(own)
    return views.page(
        "own.html", frame, entries=entries, file=own.name, place=str(own.absolute())
    )
