"""Worksheets of earlier versions; their articles are assembled as plain text.

Their packed skeleton has the text between the sentences, but not the article, which is
restored from the Indonesian of the units. These worksheets have no tags.
"""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import ExchangeError
from padanan.files import limits
from padanan.translation.skeleton import fingerprint
from padanan.translation.tagged import Tagged
from padanan.translation.worksheet import make

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from padanan.translation.skeleton import Skeleton
    from padanan.translation.units import Unit

MARK = "padanan1:"
"""Beginning of such a skeleton."""


class _Bones(NamedTuple):
    """A skeleton without its article.

    Attributes:
        name: file name of the article.
        separators: the text before, between and after its sentences; one more than
            there are sentences.
        order: for each sentence, the number of its unit, from 0.
        fingerprints: of each unit's Indonesian text.
        suggested: for each unit the fingerprint of a translation that a memory
            suggested and nobody has confirmed; empty if there is none.
    """

    name: str
    separators: tuple[str, ...]
    order: tuple[int, ...]
    fingerprints: tuple[str, ...]
    suggested: tuple[str, ...]


def is_earlier(packed: str) -> bool:
    """Whether a packed skeleton is from an earlier version.

    >>> is_earlier("padanan1:eJw="), is_earlier("padanan2:eJw=.")
    (True, False)
    """
    return packed.startswith(MARK)


def without_tags(unit: Unit) -> Unit:
    """Return a unit without tags; text that looks like a tag is escaped.

    >>> from padanan.translation.units import Unit
    >>> without_tags(Unit("1", "Pasal {1}", "Article {1}")).tagged_source.marked
    'Pasal {{1}'
    """
    return replace(
        unit,
        tagged_source=Tagged(unit.source),
        tagged_target=Tagged(unit.target),
    )


def upgraded(packed: str, units: Sequence[Unit], path: str) -> Skeleton:
    """Return the skeleton of an earlier worksheet in the current form.

    Args:
        packed: the packed skeleton in the worksheet.
        units: those of the worksheet, without tags, in any order.
        path: of the worksheet, for messages.

    Raises:
        ExchangeError: the skeleton is damaged, or a unit is missing.
    """
    try:
        bones = _bones("".join(packed.split()).removeprefix(MARK))
    except (ArithmeticError, RecursionError, TypeError, ValueError, zlib.error):
        message = "what holds the article together is damaged — take an earlier copy"
        raise ExchangeError(message, path=path) from None
    known = {fingerprint(unit.source): unit for unit in units}
    missing = [name for name in bones.fingerprints if name not in known]
    if missing:
        number = bones.fingerprints.index(missing[0]) + 1
        problem = f"the Indonesian of unit {number} is not in it as it was"
        raise ExchangeError(f"{problem} — restore that text", path=path)
    return _with_suggestions(_skeleton(bones, known, path), bones, known)


def _bones(word: str) -> _Bones:
    """Return an unpacked skeleton; raise ``ValueError`` if it is damaged."""
    inflate = zlib.decompressobj()
    data = inflate.decompress(base64.b64decode(word, validate=True), limits.SKELETON)
    if not inflate.eof:
        raise ValueError(word)
    name, separators, order, fingerprints, suggested = json.loads(data)
    bones = _Bones(
        _text(name),
        tuple(map(_text, separators)),
        tuple(map(int, order)),
        tuple(map(_text, fingerprints)),
        tuple(map(_text, suggested)),
    )
    fits = len(bones.separators) == len(bones.order) + 1
    if not fits or len(bones.fingerprints) != len(bones.suggested):
        raise ValueError(name)
    if set(bones.order) != set(range(len(bones.fingerprints))):
        raise ValueError(name)
    return bones


def _skeleton(bones: _Bones, known: Mapping[str, Unit], path: str) -> Skeleton:
    from padanan.articles.readers import read_kind, translatable

    sources = [known[bones.fingerprints[number]].source for number in bones.order]
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for separator, source in zip_longest(bones.separators, sources, fillvalue=""):
        start = at + len(separator)
        at = start + len(source)
        spans.append((start, at))
        parts += separator, source
    data = "".join(parts).encode()
    article = read_kind(data, path, "text", "utf-8")
    return make(translatable(article), spans[:-1], (), bones.name).skeleton


def _with_suggestions(
    made: Skeleton, bones: _Bones, known: Mapping[str, Unit]
) -> Skeleton:
    """Return the skeleton with the unconfirmed suggestions of the earlier one."""
    doubted: dict[str, str] = {}
    for name, suggestion in zip(bones.fingerprints, bones.suggested, strict=True):
        unit = known[name]
        same = suggestion == fingerprint(unit.target)
        marked = fingerprint(Tagged(unit.target).marked) if same else suggestion
        doubted[fingerprint(Tagged(unit.source).marked)] = marked
    return replace(
        made, suggested=tuple(doubted.get(name, "") for name in made.fingerprints)
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()
    return value
