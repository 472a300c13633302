"""The term sheet of a job: what occurs in its articles, and the English chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.jobs.annotations import ALL_TERMS, AnnotateOptions, annotate
from padanan.jobs.articles import passed_over

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan import Annotator
    from padanan.articles.term_sheet import TermLine
    from padanan.jobs.articles import Source


class TermsResult(NamedTuple):
    """The terms of several articles, in the order of their first places.

    Attributes:
        entries: a line for each.
        notices: what the readers of the articles passed over.
    """

    entries: tuple[TermLine, ...]
    notices: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the term sheet of ``docs/json.md``."""
        from padanan.render.json import term_sheet

        return term_sheet(self.entries)


def terms(
    sources: Iterable[Source],
    annotator: Annotator,
    options: AnnotateOptions = ALL_TERMS,
) -> TermsResult:
    """Return the term sheet of articles.

    Raises:
        GlossaryError: there is no such domain.
        DocumentError: an article cannot be read, or a folder has none.
        OSError: a file cannot be read.

    >>> from padanan import Annotator
    >>> from padanan.jobs.articles import Source
    >>> sheet = terms([Source("-", b"Gencatan senjata!")], Annotator())
    >>> [(entry.term, entry.english) for entry in sheet.entries]
    [('gencatan senjata', 'ceasefire')]
    """
    from padanan.articles.term_sheet import sheet

    listed = tuple(sources)
    found = tuple(annotate(listed, annotator, options))
    told = (line for one in found for line in one.notices)
    return TermsResult(
        sheet(one.annotated for one in found), (*passed_over(listed), *told)
    )
