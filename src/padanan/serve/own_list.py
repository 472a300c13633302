"""What pages write into one's own list, and its page: workers do it, as jobs do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan import jobs
from padanan.files.local import read_file
from padanan.serve import places, reading, views
from padanan.serve.problems import CONFLICT, INVALID, Problem, ProblemError, short
from padanan.serve.tasks import TYPES, Made

if TYPE_CHECKING:
    from padanan.model import Concept
    from padanan.serve.loaded import Loaded
    from padanan.serve.places import Exclusion, MarkedPlace
    from padanan.serve.shelf import ShelvedText
    from padanan.serve.views import Frame


class Wish(NamedTuple):
    """What somebody says of a term.

    Attributes:
        english: to be written for it.
        term: in Indonesian, where it is no marked one.
        note: on its use.
        definition: one sentence.
        where: it is not the term: ``after`` or ``before`` the word that stands there,
            or ``never``.
        fuzzy: only proposed.
    """

    english: str = ""
    term: str = ""
    note: str = ""
    definition: str = ""
    where: str = ""
    fuzzy: bool = False


def better(
    loaded: Loaded, read: ShelvedText, start: int, wish: Wish
) -> tuple[str, int]:
    """Write better English for the mark at an offset.

    Returns:
        The name of the text that says so, and the number of the mark.
    """
    here = places.at(loaded, read, start)
    mark = here.mark
    notes = (wish.note,) if wish.note else ()
    sense = None if mark.parts else mark.concept.sense
    new = jobs.Addition(
        here.term,
        wish.english,
        notes=notes,
        fuzzy=wish.fuzzy,
        first=True,
        sense=sense,
    )
    _add(loaded, new)
    return said(wish), here.number


def hidden(loaded: Loaded, read: ShelvedText, start: int, wish: Wish) -> str:
    """Write that the mark at an offset is not the term.

    Returns:
        The name of the text that says so.

    Raises:
        ProblemError: the place would be marked all the same; nothing is written.
    """
    here = places.at(loaded, read, start)
    where = next((one for one in here.where if one.kind == wish.where), None)
    if where is None and here.where:
        raise ProblemError(Problem(INVALID, "it is not said where — choose a place"))
    if where is None:
        return _proposed(loaded, here)
    what = _hidings(loaded, here, where, fuzzy=wish.fuzzy)
    if not wish.fuzzy:
        what = _until_hidden(loaded, read, here, where, what)
    jobs.hide(loaded.settings.own, *what)
    return said(wish)


def _hidings(
    loaded: Loaded, here: MarkedPlace, where: Exclusion, *, fuzzy: bool
) -> tuple[jobs.Hiding, ...]:
    """Return what hides a place: all that the term may be, not one meaning of it."""
    meant = places.senses(loaded, here.mark)
    hidden = tuple(jobs.Hiding(one, where.unless, fuzzy) for one in meant)
    if not any(map(jobs.takes_terms, hidden)):
        return hidden
    others = (one for one in places.family(loaded, here.mark) if one not in meant)
    return (*hidden, *(jobs.Hiding(one, None, fuzzy) for one in others))


MOST = 4
"""Maximum number of readings of one place that are hidden one behind the other."""


def _until_hidden(
    loaded: Loaded,
    read: ShelvedText,
    here: MarkedPlace,
    where: Exclusion,
    what: tuple[jobs.Hiding, ...],
) -> tuple[jobs.Hiding, ...]:
    """Return what hides a place with all that it may be read as.

    What is a listed term may still be put together from others (*pembicaraan damai*).

    Raises:
        ProblemError: it would be marked all the same.
    """
    place = here.mark.start, here.mark.end
    for _ in range(MOST):
        after = _with_hidden(loaded, what)
        found = reading.annotated(after, read)
        marks = [one for one in found.annotations if (one.start, one.end) == place]
        if not marks:
            return what
        again = places.of(after, found, found.annotations.index(marks[0]))
        same = next((one for one in again.where if one.kind == where.kind), None)
        if same is None:
            break
        what = (*what, *_hidings(after, again, same, fuzzy=False))
    message = "no condition says this here — keep it as a proposal"
    raise ProblemError(Problem(CONFLICT, message))


def _with_hidden(loaded: Loaded, what: tuple[jobs.Hiding, ...]) -> Loaded:
    """Return the glossary as it would be with some concepts hidden."""
    from padanan import Annotator
    from padanan.matching import make_engine

    settings = loaded.settings
    data = jobs.with_hidden(settings.own, *what)
    found = jobs.compiled(settings.with_list(data))
    engine = make_engine(found)
    return loaded._replace(compiled=found, annotator=Annotator.with_engine(engine))


def _proposed(loaded: Loaded, here: MarkedPlace) -> str:
    """Keep for review that a composed term is none, which no condition can say."""
    note = f"Not the term in “{here.left}{here.text}{here.right}”."
    _add(loaded, jobs.Addition(here.term, here.english, notes=(note,), fuzzy=True))
    return said(Wish(fuzzy=True))


def missing(loaded: Loaded, read: ShelvedText, wish: Wish) -> tuple[str, int | None]:
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
    own = loaded.settings.own
    before = len(jobs.entries(own))
    jobs.remove(own, concept)
    alone = before - len(jobs.entries(own)) == 1
    return "removed" if alone else "removed-senses"


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
        "own.html",
        frame,
        entries=entries,
        file=own.name,
        place=str(own.absolute()),
        conditions=conditions,
        beside=beside,
        is_hidden=is_hidden,
        is_kept=jobs.is_kept,
    )


def conditions(entry: Concept) -> tuple[str, ...]:
    """Return where an entry is not marked, as far as one's own list says so."""
    hidden = jobs.not_here(entry)
    if not hidden:
        return () if jobs.is_kept(entry) else entry.unless
    return tuple(one for one in entry.unless if one in hidden)


def is_hidden(entry: Concept) -> bool:
    """Tell whether one's own list says that an entry is marked nowhere."""
    from padanan.model import Match

    if entry.match is not Match.OFF or entry.when:
        return False
    return not conditions(entry) and not jobs.is_kept(entry)


_TESTS = {"preceded by ": "after", "followed by ": "before"}


def beside(condition: str) -> tuple[tuple[str, str], ...]:
    """Return a condition about the words beside a term: where, and which words.

    Empty for what only the language of conditions can say.

    >>> beside("preceded by di and followed by kota")
    (('after', 'di'), ('before', 'kota'))
    >>> beside("followed by kota | desa"), beside("near kota")
    ((), ())
    """
    found = []
    for test in condition.split(" and "):
        name = next((name for name in _TESTS if test.startswith(name)), "")
        words = test.removeprefix(name)
        if not name or not words.replace(" ", "").replace("-", "").isalnum():
            return ()
        found.append((_TESTS[name], words))
    return tuple(found)
