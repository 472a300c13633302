"""As JSON: the documented, versioned form of annotations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from padanan.model import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.articles.annotated import AnnotatedArticle
    from padanan.matching.annotation import Annotation

VERSION = 1

_TEXT_ITSELF = frozenset({"text", "markdown"})


def render(pages: Iterable[AnnotatedArticle]) -> str:
    """Return an array of all documents."""
    objects = [document(page) for page in pages]
    return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"


def render_line(page: AnnotatedArticle) -> str:
    """Return one document as one line of JSON lines."""
    return json.dumps(document(page), ensure_ascii=False) + "\n"


def document(page: AnnotatedArticle) -> dict[str, Any]:
    """Return a document with its annotations as plain values.

    Where the file is not the text itself, the text that the offsets are of is given.
    """
    article = page.article
    extracted = {} if article.kind in _TEXT_ITSELF else {"text": article.text}
    return {
        "version": VERSION,
        "document": article.path,
        "language": SOURCE_LANGUAGE,
        **extracted,
        "annotations": [_annotation(each) for each in page.annotations],
    }


def _annotation(annotation: Annotation) -> dict[str, Any]:
    concept = annotation.concept
    return {
        "start": annotation.start,
        "end": annotation.end,
        "text": annotation.text,
        "concept": concept.id,
        "domain": concept.domain,
        "term": annotation.term.text,
        "equivalents": list(annotation.equivalents),
        "region": annotation.region,
        "because": annotation.because,
        "phrase": annotation.phrase,
        "definition": concept.definition or None,
        "note": "\n".join(concept.notes) or None,
        "nested": [_annotation(each) for each in annotation.nested],
        **{key: value for key, value in _rare(annotation) if value},
    }


def _rare(annotation: Annotation) -> tuple[tuple[str, Any], ...]:
    """Return what few annotations say: what they are composed of, and their level."""
    said = annotation.as_dict()
    return tuple((key, said.get(key)) for key in ("parts", "level"))
