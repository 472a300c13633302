"""What workers do for the page of a text: the page in parts, its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from padanan import jobs
from padanan.serve import tasks, views
from padanan.serve.tasks import TYPES, Made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.serve.loaded import Loaded
    from padanan.serve.shelf import ShelvedText
    from padanan.serve.views import Frame

AROUND = 90
"""Maximum number of characters that are shown on either side of a place."""


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


def readable(_loaded: Loaded, reading: ShelvedText) -> None:
    """Raise where a text cannot be read."""
    jobs.open_article(reading.source)


def page(
    loaded: Loaded, frame: Frame, reading: ShelvedText, name: str
) -> Iterator[bytes]:
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
    from padanan.render.sections import sections, titled

    listed = cards(found.annotations, views.titles())
    parts = tuple(sections(found, listed))
    return Shown(
        parts,
        tuple(listed.values()),
        titled(parts),
        word_count(found),
        len(found.annotations),
        kinds_of(found.annotations),
        tuple(dict.fromkeys(card.concept.domain for card in listed.values())),
        (*found.article.unread, *found.article.languages),
    )


def annotated(loaded: Loaded, reading: ShelvedText) -> AnnotatedArticle:
    """Return a text with its marks."""
    options = jobs.AnnotateOptions(level=reading.level)
    (found,) = jobs.annotate([reading.source], loaded.annotator, options)
    return found.annotated


def is_pasted(reading: ShelvedText) -> bool:
    """Tell whether a text has no name of its own: it was pasted.

    >>> from padanan.jobs import Source
    >>> from padanan.serve.shelf import ShelvedText
    >>> is_pasted(ShelvedText(Source("-", b"Menlu tiba.", "text")))
    True
    """
    return reading.source.name == "-"


def title_of(reading: ShelvedText) -> str:
    """Return what a text is called: the name of its file, or how it begins.

    >>> from padanan.jobs import Source
    >>> from padanan.serve.shelf import ShelvedText
    >>> title_of(ShelvedText(Source("-", b"Menlu tiba.", "text")))
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


def saved(loaded: Loaded, reading: ShelvedText, ui: str) -> Made:
    """Return the page of a text as one file that needs no server."""
    source = reading.source._replace(name=title_of(reading))
    found = annotated(loaded, reading._replace(source=_kept(source)))
    data = jobs.page_of(found, jobs.PagesOptions("html", ui))
    return Made(data, TYPES["html"], f"{file_name(title_of(reading))}.html")


def sheet(loaded: Loaded, reading: ShelvedText) -> Made:
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
