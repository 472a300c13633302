"""Articles annotated, or explained: one result for each, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.articles.annotated import AnnotatedArticle, faithful, first_only
from padanan.errors import DocumentError
from padanan.jobs.articles import USUAL, ReadingOptions, open_articles
from padanan.jobs.glossary import check_domains, domains_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan import Annotator
    from padanan.articles.article import Article
    from padanan.jobs.articles import Source
    from padanan.matching.annotation import Explanation


class AnnotateOptions(NamedTuple):
    """What is wanted of the annotations.

    Attributes:
        reading: how the articles are read.
        domains: only terms of these; all where empty.
        nested: give the terms inside longer terms too.
        first_only: only the first annotation of each concept in an article.
        fields: what else ``as_dict`` says of each annotation
            (``matching.annotation.FIELDS``).
        level: ``all`` to mark words of everyday news too.
    """

    reading: ReadingOptions = USUAL
    domains: tuple[str, ...] = ()
    nested: bool = False
    first_only: bool = False
    fields: tuple[str, ...] = ()
    level: str = "term"


ALL_TERMS = AnnotateOptions()
"""Every term, none inside another one."""


class AnnotateResult(NamedTuple):
    """An annotated article, and the fields that its plain form has besides."""

    annotated: AnnotatedArticle
    fields: tuple[str, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader of the article passed over, one per line."""
        return self.annotated.article.notices

    def as_dict(self) -> dict[str, Any]:
        """Return the document of ``docs/json.md``."""
        from padanan.render.json import document

        return document(self.annotated, self.fields)


class ExplainResult(NamedTuple):
    """An article, and for each place what matched, what decided, what lost."""

    article: Article
    explanations: tuple[Explanation, ...]
    fields: tuple[str, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader of the article passed over, one per line."""
        return self.article.notices

    def as_dict(self) -> dict[str, Any]:
        """Return the explained document of ``docs/json.md``."""
        from padanan.render.json import explained

        return explained(self.article, self.explanations, self.fields)


def annotate(
    sources: Iterable[Source],
    annotator: Annotator,
    options: AnnotateOptions = ALL_TERMS,
) -> Iterator[AnnotateResult]:
    """Yield the annotated articles that sources stand for.

    Articles are read one by one, as they are asked for; what is wrong with the
    options is raised at once.

    Raises:
        GlossaryError: there is no such domain.
        DocumentError: there is no such field, an article cannot be read, or a folder
            has none.
        OSError: a file cannot be read.

    >>> from padanan import Annotator
    >>> from padanan.jobs.articles import Source
    >>> [found] = annotate([Source("-", b"Nota diplomatik.")], Annotator())
    >>> found.as_dict()["annotations"][0]["equivalents"]
    ['diplomatic note']
    """
    check_fields(options.fields)
    domains = _domains(annotator, options)
    articles = open_articles(sources, options.reading)
    return (_annotated(article, annotator, options, domains) for article in articles)


def check_fields(wanted: Sequence[str]) -> None:
    """Refuse fields that no annotation has.

    Raises:
        DocumentError: there is none of that name.

    >>> check_fields(["definition", "note"])
    """
    if not wanted:
        return
    from padanan.matching.annotation import FIELDS

    for name in wanted:
        if name not in FIELDS:
            problem = f"there is no field “{name}” — choose from {', '.join(FIELDS)}"
            raise DocumentError(problem)


def _annotated(
    article: Article,
    annotator: Annotator,
    options: AnnotateOptions,
    domains: frozenset[str],
) -> AnnotateResult:
    found = annotator.annotate(
        article.readable, nested=options.nested, domains=domains, level=options.level
    )
    found = faithful(article, found)
    kept = first_only(found) if options.first_only else found
    return AnnotateResult(AnnotatedArticle(article, kept), options.fields)


def explain(
    sources: Iterable[Source],
    annotator: Annotator,
    options: AnnotateOptions = ALL_TERMS,
) -> Iterator[ExplainResult]:
    """Yield for each article why it is annotated as it is.

    Of the options ``nested`` and ``first_only`` play no part.

    Raises:
        GlossaryError: there is no such domain.
        DocumentError: there is no such field, an article cannot be read, or a folder
            has none.
        OSError: a file cannot be read.
    """
    check_fields(options.fields)
    domains = _domains(annotator, options)
    return (
        ExplainResult(
            article,
            annotator.explain(article.readable, domains=domains, level=options.level),
            options.fields,
        )
        for article in open_articles(sources, options.reading)
    )


def _domains(annotator: Annotator, options: AnnotateOptions) -> frozenset[str]:
    if not options.domains:
        return frozenset()
    return check_domains(options.domains, domains_of(annotator))
