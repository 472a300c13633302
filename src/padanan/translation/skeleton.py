"""What an article has beside its sentences: it travels in the worksheet, packed.

A packed skeleton is one word without spaces. Translators' programs keep such a word
and need not understand it. It says in which order the sentences stand, what separates
them, and by which fingerprint each is recognised. So a worksheet may be sorted and its
columns widened, but a sentence that is missing or was changed is noticed.
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
from padanan.files import limits

MARK = "padanan1:"
"""Begins a packed skeleton; the number is the version of its content."""


_SPACE = re.compile(r"\s+")
_PACKED = re.compile(rf"{MARK}[A-Za-z0-9+/=]+")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """An article without its sentences.

    Attributes:
        name: file name of the article.
        separators: what stands before, between and behind its segments; one more
            than there are segments.
        order: for each segment the number of its unit, from 0; repeated sentences
            have the same.
        fingerprints: of each unit's Indonesian text.
        suggested: for each unit the fingerprint of the translation that a memory
            suggested and nobody has confirmed; empty where there is none.
    """

    name: str
    separators: tuple[str, ...]
    order: tuple[int, ...]
    fingerprints: tuple[str, ...]
    suggested: tuple[str, ...]


def fingerprint(text: str) -> str:
    r"""Return a short hash of a text that does not change with its white space.

    >>> one = fingerprint("gencatan  senjata\n")
    >>> one == fingerprint("gencatan senjata") != fingerprint("Gencatan senjata")
    True
    """
    plain = _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def pack(skeleton: Skeleton) -> str:
    r"""Return a skeleton as one word: same skeleton, same word.

    >>> bones = Skeleton("a.txt", ("", "\n"), (0,), (fingerprint("Damai."),), ("",))
    >>> packed = pack(bones)
    >>> unpack(packed, "a.po").separators
    ('', '\n')
    """
    parts = [
        skeleton.name,
        skeleton.separators,
        skeleton.order,
        skeleton.fingerprints,
        skeleton.suggested,
    ]
    data = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
    return MARK + base64.b64encode(zlib.compress(data, 9)).decode()


def find_packed(text: str) -> str:
    """Return the packed skeleton in a text, empty where there is none.

    An article may quote such a word: of several the longest counts.

    >>> find_packed("X-Padanan: padanan1:eJw= …")
    'padanan1:eJw='
    """
    return max(_PACKED.findall(text), key=len, default="")


def unpack(packed: str, path: str) -> Skeleton:
    """Return the skeleton that was packed.

    Args:
        packed: as ``pack`` returned it; white space in it does not count.
        path: of the worksheet, for messages.

    Raises:
        ExchangeError: there is none, or it is damaged.
    """
    word = "".join(packed.split())
    if not word:
        message = "no worksheet of Padanan — make one with padanan worksheet"
        raise ExchangeError(message, path=path)
    if not word.startswith(MARK):
        message = "a worksheet of another version of Padanan — assemble it with that"
        raise ExchangeError(message, path=path)
    try:
        return _skeleton(_inflated(word.removeprefix(MARK)))
    except (ValueError, TypeError, binascii.Error, zlib.error, RecursionError):
        message = "what holds the article together is damaged — take an earlier copy"
        raise ExchangeError(message, path=path) from None


def _inflated(word: str) -> bytes:
    inflate = zlib.decompressobj()
    data = inflate.decompress(base64.b64decode(word, validate=True), limits.SKELETON)
    if not inflate.eof:
        raise ValueError(word)
    return data


def _skeleton(data: bytes) -> Skeleton:
    """Return the skeleton in a JSON text; raise ``ValueError`` where there is none."""
    name, separators, order, fingerprints, suggested = json.loads(data)
    made = Skeleton(
        _text(name),
        tuple(map(_text, separators)),
        tuple(map(int, order)),
        tuple(map(_text, fingerprints)),
        tuple(map(_text, suggested)),
    )
    fits = len(made.separators) == len(made.order) + 1
    if not fits or len(made.fingerprints) != len(made.suggested):
        raise ValueError(name)
    if not all(0 <= number < len(made.fingerprints) for number in made.order):
        raise ValueError(name)
    return made


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    # JSON can spell half a character, which no article has and no file can hold.
    value.encode()
    return value
