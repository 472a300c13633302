"""As JSON: the documented, versioned form of annotations and term sheets.

The schema is in ``docs/json.md``.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.files.writing import encoded
from padanan.matching.notation import Notation
from padanan.model import SOURCE_LANGUAGE, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.articles.article import Article
    from padanan.articles.term_sheet import TermLine
    from padanan.matching.annotation import Annotation, Explanation, Loser

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


_ENCODER = json.JSONEncoder(ensure_ascii=False)
_quoted = json.encoder.encode_basestring
"""What that encoder calls for a string."""
_TERM = Level.TERM
_START, _END, _TEXT, _BETWEEN = '{"start": ', ', "end": ', ', "text": ', ", "
"""What stands before the start, the end and the text of an annotation, and between
two annotations."""

_TEXT_ITSELF = frozenset({"text", "markdown"})


def render(articles: Iterable[AnnotatedArticle], fields: Sequence[str] = ()) -> str:
    """Return an array of all documents, an annotation a line."""
    shown = ",\n".join([_spread(each, fields) for each in articles])
    return f"[{shown}]\n"


def render_line(
    annotated: AnnotatedArticle,
    fields: Sequence[str] = (),
    record: Record | None = None,
) -> str:
    """Return one document as one line of JSON lines; the rest as ``document``."""
    head = _encoded_head(annotated.article, record)
    return f'{head[:-1]}, "annotations": {array(annotated.annotations, fields)}}}\n'


def array(annotations: Iterable[Annotation], fields: Sequence[str] = ()) -> str:
    """Return annotations as an array of JSON.

    Args:
        annotations: of one text.
        fields: as in ``document``.
    """
    return f"[{_BETWEEN.join([written(each, fields) for each in annotations])}]"


def line(article: Article, rows: bytes, record: Record | None = None) -> bytes:
    """Return one document as one line of JSON lines, its annotations written already.

    Args:
        article: the document.
        rows: its annotations in ``notation``.
        record: as in ``document``.
    """
    head = encoded(_encoded_head(article, record)[:-1])
    return b'%b, "annotations": [%b]}\n' % (head, rows)


@lru_cache(maxsize=4)
def notation(fields: tuple[str, ...] = ()) -> Notation:
    """Return how annotations are written as JSON, for engines that do so themselves.

    Args:
        fields: as in ``document``.
    """

    def rest(annotation: Annotation) -> bytes:
        return encoded(_rest(annotation, fields))

    start, end, text, between = map(encoded, (_START, _END, _TEXT, _BETWEEN))
    return Notation(start, end, text, between, _quoted_bytes, rest)


def _quoted_bytes(text: str) -> bytes:
    return encoded(_quoted(text))


def written(annotation: Annotation, fields: Sequence[str] = ()) -> str:
    """Return an annotation as JSON: what the encoder makes of ``as_dict``.

    A corpus has the same terms by the million. What is the same each time is encoded
    once, which takes a third of the time.

    Args:
        annotation: what was found.
        fields: as in ``document``.

    >>> from padanan.matching.annotation import Annotation
    >>> from padanan.model import Concept, Term
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> found = Annotation(0, 4, "Visa", visa, visa.terms[0], ("visa",), region="ID")
    >>> written(found) == json.dumps(found.as_dict())
    True
    """
    start, end, text = annotation[:3]
    rest = _rest(annotation, fields)
    return f"{_START}{start}{_END}{end}{_TEXT}{_quoted(text)}{rest}"


def _rest(annotation: Annotation, fields: Sequence[str]) -> str:
    """Return what is written of an annotation behind its text."""
    if fields or annotation.nested:
        found = annotation.as_dict(fields)
        for place in ("start", "end", "text"):
            del found[place]
        return f", {_ENCODER.encode(found)[1:]}"
    _, _, _, concept, term, english, region, because, phrase, _, parts = annotation
    told = ""
    if parts:
        told = _composed(parts)
    elif concept.level is not _TERM:
        told = f', "level": {_quoted(concept.level.value)}'
    if phrase:
        told = f', "phrase": {_quoted(phrase)}{told}'
    if because:
        told = f', "because": {_quoted(because)}{told}'
    if region:
        told = f', "region": {_quoted(region)}{told}'
    return f", {_same(concept.id, concept.domain, term.text, english)}{told}}}"


@lru_cache(maxsize=20_000)
def _same(concept: str, domain: str, term: str, english: tuple[str, ...]) -> str:
    """Return what every occurrence of a term with the same English has."""
    found = {"concept": concept, "domain": domain, "term": term}
    return _ENCODER.encode({**found, "equivalents": english})[1:-1]


@lru_cache(maxsize=20_000)
def _composed(parts: tuple[str, ...]) -> str:
    """Return what every occurrence of a composed term has behind all else."""
    return f', "parts": {_ENCODER.encode(parts)}'


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


def _encoded_head(article: Article, record: Record | None) -> str:
    """Return what the encoder makes of ``_head``; that of a record quicker."""
    if record is None or article.kind not in _TEXT_ITSELF:
        return _ENCODER.encode(_head(article, record))
    own = "" if record.id is None else f' "id": {_ENCODER.encode(record.id)},'
    return (
        f'{{"version": {VERSION}, "document": {_quoted(article.path)}, '
        f'"path": {_quoted(record.path)},{own} "language": "{SOURCE_LANGUAGE}"}}'
    )


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


def _spread(annotated: AnnotatedArticle, fields: Sequence[str]) -> str:
    """Return a document as JSON with each annotation on a line of its own."""
    lines = ",\n  ".join([written(each, fields) for each in annotated.annotations])
    body = f"\n  {lines}" if lines else ""
    head = _ENCODER.encode(_head(annotated.article, None))
    return f'{head[:-1]}, "annotations": [{body}]}}'
