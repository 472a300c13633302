"""As JSON: the documented, versioned form of annotations and term sheets.

The schema is in ``docs/json.md``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from padanan.model import SOURCE_LANGUAGE
from padanan.start.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.articles.article import Article
    from padanan.articles.term_sheet import TermLine
    from padanan.matching.annotation import Explanation, Loser

    Object = dict[str, Any]

VERSION = 2
"""Of all JSON that commands write; raised where a key goes or changes its meaning."""


class Record(NamedTuple):
    """A record of a file of JSON lines.

    Attributes:
        path: the file.
        id: what the record itself is called in its field ``id``; ``None`` for nothing.
    """

    path: str
    id: str | int | float | None = None


_TEXT_ITSELF = frozenset({"text", "markdown"})


def render(articles: Iterable[AnnotatedArticle], fields: Sequence[str] = ()) -> str:
    """Return an array of all documents, an annotation a line."""
    shown = ",\n".join(_spread(document(each, fields)) for each in articles)
    return f"[{shown}]\n"


def render_line(
    annotated: AnnotatedArticle,
    fields: Sequence[str] = (),
    record: Record | None = None,
) -> str:
    """Return one document as one line of JSON lines; the rest as ``document``."""
    return json.dumps(document(annotated, fields, record), ensure_ascii=False) + "\n"


def document(
    annotated: AnnotatedArticle,
    fields: Sequence[str] = (),
    record: Record | None = None,
) -> Object:
    """Return a document with its annotations as plain values.

    Where the file is not the text itself, the text that the offsets are of is given.

    Args:
        annotated: the article.
        fields: of ``matching.annotation.FIELDS``, what each annotation has even if it
            is empty.
        record: of which the text is a field; ``None`` where it is a file of its own.
    """
    article = annotated.article
    return {
        **_head(article, record),
        "annotations": [each.as_dict(fields) for each in annotated.annotations],
    }


def explained(
    article: Article, explanations: Iterable[Explanation], fields: Sequence[str] = ()
) -> Object:
    """Return an article with what was tried at each place, as plain values."""
    return {
        **_head(article, None),
        "explanations": [_explanation(each, fields) for each in explanations],
    }


def term_sheet(entries: Iterable[TermLine]) -> Object:
    """Return a term sheet as plain values."""
    return {"version": VERSION, "terms": [_term(entry) for entry in entries]}


def _head(article: Article, record: Record | None) -> Object:
    own = {} if record is None or record.id is None else {"id": record.id}
    extracted = {} if article.kind in _TEXT_ITSELF else {"text": article.text}
    return {
        "version": VERSION,
        "document": article.path,
        "path": article.path if record is None else record.path,
        **own,
        "language": SOURCE_LANGUAGE,
        **extracted,
    }


def _explanation(explanation: Explanation, fields: Sequence[str]) -> Object:
    found = explanation.annotation
    return {
        "annotation": None if found is None else found.as_dict(fields),
        "form": explanation.form or None,
        "reason": explanation.reason or None,
        "losers": [_loser(loser) for loser in explanation.losers],
    }


def _loser(loser: Loser) -> Object:
    return {
        "start": loser.start,
        "end": loser.end,
        "text": loser.text,
        "concept": loser.concept,
        "reason": loser.reason,
    }


def _term(entry: TermLine) -> Object:
    return {
        "concept": entry.concept,
        "domain": entry.domain,
        "term": entry.term,
        "english": entry.english,
        "forms": list(entry.forms),
        "region": entry.region,
        "countries": [
            {"region": code, "because": words or None}
            for code, words in entry.countries
        ],
        "count": entry.times,
        "context": entry.context,
        "document": entry.document,
        "path": entry.document,
        "note": entry.note or None,
        "definition": entry.definition or None,
    }


def _spread(found: Object) -> str:
    """Return a document as JSON with each annotation on a line of its own."""
    head = {key: value for key, value in found.items() if key != "annotations"}
    lines = ",\n  ".join(_dumped(found["annotations"]))
    body = f"\n  {lines}" if lines else ""
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "annotations": [{body}]}}'


def _dumped(annotations: Iterable[Object]) -> Iterator[str]:
    return (json.dumps(each, ensure_ascii=False) for each in annotations)
