"""What an article is beside its sentences: travels in the worksheet as one word.

Translators' programs keep a word that they do not know, and need not understand it.
It says in which order the sentences stand, what separates them, and how each is to
be known again, so that a worksheet may be sorted and its columns widened, but a
sentence that is missing or was changed is noticed.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import unicodedata
import zlib
from dataclasses import dataclass

from padanan.errors import ExchangeError

MARK = "padanan1:"
"""Begins the word; the number is the version of its content."""

MAX_BYTES = 64 * 1024 * 1024
"""No article has separators of that size; more is a decompression bomb."""

_SPACE = re.compile(r"\s+")
_WORD = re.compile(rf"{MARK}[A-Za-z0-9+/=]+")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """An article without its sentences.

    Attributes:
        name: file name of the article.
        separators: what stands before, between and behind its segments; one more
            than there are segments.
        order: for each segment the number of its unit, from 0; repeated sentences
            have the same.
        keys: by which each unit's Indonesian text is known again.
        suggested: for each unit the key of the translation that a memory suggested
            and nobody has confirmed; empty where there is none.
    """

    name: str
    separators: tuple[str, ...]
    order: tuple[int, ...]
    keys: tuple[str, ...]
    suggested: tuple[str, ...]


def key(text: str) -> str:
    r"""Return what tells a text from others, whatever is done to its white space.

    >>> key("gencatan  senjata\n") == key("gencatan senjata") != key("Gencatan senjata")
    True
    """
    plain = _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def dumps(skeleton: Skeleton) -> str:
    r"""Return the word that stands for a skeleton: same skeleton, same word.

    >>> word = dumps(Skeleton("a.txt", ("", "\n"), (0,), (key("Damai."),), ("",)))
    >>> loads(word, "a.po").separators
    ('', '\n')
    """
    parts = [
        skeleton.name,
        skeleton.separators,
        skeleton.order,
        skeleton.keys,
        skeleton.suggested,
    ]
    data = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
    return MARK + base64.b64encode(zlib.compress(data, 9)).decode()


def find(text: str) -> str:
    """Return the word in a text, empty where there is none.

    An article may speak of such words: of several the longest counts.

    >>> find("X-Padanan: padanan1:eJw= …")
    'padanan1:eJw='
    """
    return max(_WORD.findall(text), key=len, default="")


def loads(word: str, path: str) -> Skeleton:
    """Return the skeleton that a word stands for.

    Args:
        word: as ``dumps`` made it; white space in it does not count.
        path: of the worksheet, for messages.

    Raises:
        ExchangeError: there is no such word, or it is damaged.
    """
    packed = "".join(word.split())
    if not packed:
        message = "no worksheet of Padanan — make one with padanan worksheet"
        raise ExchangeError(message, path=path)
    if not packed.startswith(MARK):
        message = "a worksheet of another version of Padanan — assemble it with that"
        raise ExchangeError(message, path=path)
    try:
        return _skeleton(_unpacked(packed.removeprefix(MARK)))
    except (ValueError, TypeError, binascii.Error, zlib.error, RecursionError):
        message = "what holds the article together is damaged — take an earlier copy"
        raise ExchangeError(message, path=path) from None


def _unpacked(word: str) -> bytes:
    inflate = zlib.decompressobj()
    data = inflate.decompress(base64.b64decode(word, validate=True), MAX_BYTES)
    if not inflate.eof:
        raise ValueError(word)
    return data


def _skeleton(data: bytes) -> Skeleton:
    """Return the skeleton in a JSON text; raise ``ValueError`` where it is none."""
    name, separators, order, keys, suggested = json.loads(data)
    made = Skeleton(
        _text(name),
        tuple(map(_text, separators)),
        tuple(map(int, order)),
        tuple(map(_text, keys)),
        tuple(map(_text, suggested)),
    )
    fits = len(made.separators) == len(made.order) + 1
    if not fits or len(made.keys) != len(made.suggested):
        raise ValueError(name)
    if not all(0 <= number < len(made.keys) for number in made.order):
        raise ValueError(name)
    return made


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
