"""The skeleton of a worksheet: what is needed to assemble the article.

A packed skeleton is one word without spaces, which programs for translators keep
without understanding it. It has the places of the sentences in the article and a
fingerprint of each. Therefore a worksheet may be sorted or widened, but a missing or
changed sentence is noticed. The article is packed too if the word remains short enough
for all programs. Otherwise the article is needed beside the worksheet, and the skeleton
has its hash.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata
import zlib
from dataclasses import dataclass, replace
from typing import Any

from padanan.errors import ExchangeError
from padanan.files import limits

MARK = "padanan2:"
"""Beginning of a packed skeleton; the number is the version of its content."""

_END = "."
_SPACE = re.compile(r"\s+")
_PACKED = re.compile(
    r"padanan\d:[A-Za-z0-9+/=]*+(?:\n(?!padanan\d:)[A-Za-z0-9+/=]++)*+\.?+"
)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """An article without its sentences.

    Attributes:
        name: file name of the article.
        kind: the name of its reader.
        encoding: of its bytes, as given by the user; empty if not given.
        digest: hash of its bytes.
        shape: hash of the text and the leaves that the reader returned.
        segments: half-open offsets of its sentences in its text.
        order: for each segment, the number of its unit, from 0; repeated sentences
            have the same number.
        fingerprints: of each unit's Indonesian text with its marks.
        suggested: for each unit, the fingerprint of a suggested translation that nobody
            has confirmed; empty if there is none.
        staying: numbers of the units that may be the same in English.
        article: its bytes; empty if they are not in the worksheet.
    """

    name: str
    kind: str
    encoding: str
    digest: str
    shape: str
    segments: tuple[tuple[int, int], ...]
    order: tuple[int, ...]
    fingerprints: tuple[str, ...]
    suggested: tuple[str, ...]
    staying: tuple[int, ...] = ()
    article: bytes = b""


def digest(data: bytes) -> str:
    """Return the hash that identifies an article.

    >>> digest(b"Damai.")[:8]
    'b58def4f'
    """
    return hashlib.sha256(data).hexdigest()


def fingerprint(text: str) -> str:
    r"""Return a short hash of a text; differences in white space do not matter.

    >>> one = fingerprint("gencatan  senjata\n")
    >>> one == fingerprint("gencatan senjata") != fingerprint("Gencatan senjata")
    True
    """
    plain = _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def pack(skeleton: Skeleton) -> str:
    r"""Return a skeleton as one word, always the same for the same skeleton.

    >>> bones = Skeleton("a.txt", "text", "", digest(b"Damai."), "", ((0, 6),), (0,),
    ...     (fingerprint("Damai."),), ("",), (), b"Damai.")
    >>> unpack(pack(bones), "a.po").article
    b'Damai.'
    """
    bounds = [offset for span in skeleton.segments for offset in span]
    steps = [end - start for start, end in zip([0, *bounds], bounds, strict=False)]
    parts = [
        *(skeleton.name, skeleton.kind, skeleton.encoding),
        *(skeleton.digest, skeleton.shape, steps, skeleton.order),
        *(skeleton.fingerprints, skeleton.suggested, skeleton.staying),
    ]
    told = json.dumps(parts, separators=(",", ":")).encode()
    data = zlib.compress(told + b"\n" + skeleton.article, 9)
    return MARK + base64.b64encode(data).decode() + _END


def travelling(skeleton: Skeleton) -> Skeleton:
    """Return a skeleton as it is packed: without the article if that is too large.

    >>> bones = Skeleton("a", "text", "", "", "", (), (), (), (), (), b"Damai.")
    >>> travelling(bones).article
    b'Damai.'
    """
    if len(skeleton.article) > limits.SKELETON:
        return replace(skeleton, article=b"")
    fits = len(pack(skeleton)) <= limits.TRAVELLING
    return skeleton if fits else replace(skeleton, article=b"")


def find_packed(text: str) -> str:
    """Return the packed skeleton in a text; empty if there is none.

    The longest one counts, because an article may quote such a word. It may be wrapped
    over several lines.

    >>> find_packed("X-Padanan: padanan2:eJw=. …")
    'padanan2:eJw=.'
    """
    return max(_PACKED.findall(text), key=len, default="")


def unpack(packed: str, path: str) -> Skeleton:
    """Return the skeleton that was packed.

    Args:
        packed: as ``pack`` returned it; white space in it is ignored.
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
    except (ArithmeticError, RecursionError, TypeError, ValueError, zlib.error):
        message = "what holds the article together is damaged — take an earlier copy"
        raise ExchangeError(message, path=path) from None


def _inflated(word: str) -> bytes:
    if not word.endswith(_END):
        raise ValueError(word)
    packed = base64.b64decode(word.removesuffix(_END), validate=True)
    inflate = zlib.decompressobj()
    data = inflate.decompress(packed, limits.SKELETON)
    if not inflate.eof:
        raise ValueError(word)
    return data


def _skeleton(data: bytes) -> Skeleton:
    """Return the skeleton in unpacked data; raise ``ValueError`` if there is none."""
    told, _, article = data.partition(b"\n")
    *texts, steps, order, fingerprints, suggested, staying = json.loads(told)
    name, kind, encoding, of_bytes, shape = map(_text, texts)
    made = Skeleton(
        *(name, kind, encoding, of_bytes, shape),
        _segments(steps),
        tuple(map(int, order)),
        tuple(map(_text, fingerprints)),
        tuple(map(_text, suggested)),
        tuple(map(int, staying)),
        article,
    )
    fits = len(made.segments) == len(made.order)
    if not fits or len(made.fingerprints) != len(made.suggested):
        raise ValueError(name)
    numbers = (*made.order, *made.staying)
    if not all(0 <= number < len(made.fingerprints) for number in numbers):
        raise ValueError(name)
    if article and digest(article) != of_bytes:
        raise ValueError(name)
    return made


def _segments(steps: Any) -> tuple[tuple[int, int], ...]:
    bounds: list[int] = []
    for step in map(int, steps):
        if step < 0:
            raise ValueError(step)
        bounds.append((bounds[-1] if bounds else 0) + step)
    return tuple(zip(bounds[::2], bounds[1::2], strict=True))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
