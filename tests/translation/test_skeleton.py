"""The skeleton of an article survives as one word."""

from __future__ import annotations

import base64
import json
import zlib
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import ExchangeError
from padanan.files import limits
from padanan.translation import skeleton
from padanan.translation.skeleton import (
    MARK,
    Skeleton,
    digest,
    pack,
    travelling,
    unpack,
)

SHORT = ("a", "text", "", digest(b"ab"), "s")
"""What a skeleton says before the offsets of its sentences."""


def packed(data: bytes) -> str:
    """Return any bytes as such a word."""
    return f"{MARK}{base64.b64encode(zlib.compress(data)).decode()}."


def word(*rest: object, article: bytes = b"ab") -> str:
    """Return any values behind the names as such a word."""
    return packed(json.dumps([*SHORT, *rest]).encode() + b"\n" + article)


@given(
    st.text(),
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 9), st.integers(0, 9))),
    st.binary(),
    st.integers(1, 7),
)
def test_the_word_says_it_all(
    name: str, rows: list[tuple[int, int, int]], article: bytes, every: int
) -> None:
    """Names, offsets and the article come back, however an editor wraps the word."""
    bounds = [*accumulate(step for _, *steps in rows for step in steps)]
    bones = Skeleton(
        *(name, "text", "cp1252", digest(article), "shape"),
        tuple(zip(bounds[::2], bounds[1::2], strict=True)),
        tuple(number for number, *_ in rows),
        ("a", "b", "c"),
        ("", "d", ""),
        (1,),
        article,
    )
    made = pack(bones)
    wrapped = "\n".join(made[at : at + every] for at in range(0, len(made), every))
    assert unpack(wrapped, "a.po") == bones
    assert skeleton.find_packed(f'"X: {made}\\n"') == made


def test_a_large_article_stays_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to the limit the article travels, above it only its hash does."""
    article = bytes(range(256))
    bones = Skeleton(*SHORT, ((0, 1),), (0,), ("a",), ("",), (), article)
    monkeypatch.setattr(limits, "TRAVELLING", len(pack(bones)))
    assert travelling(bones).article == article
    monkeypatch.setattr(limits, "TRAVELLING", len(pack(bones)) - 1)
    assert travelling(bones).article == b""
    assert travelling(bones).digest == bones.digest


@pytest.mark.parametrize(
    ("damaged", "message"),
    [
        ("", "no worksheet of Padanan"),
        ("padanan1:eJw=", "another version"),
        ("padanan9:eJw=.", "another version"),
        (f"{MARK}eJw=.", "damaged"),
        (f"{MARK}!", "damaged"),
        (f"{MARK}é", "damaged"),
        (word([0, 1], [0], ["k"], [""], [])[:-1], "damaged"),
        (word([0, 1], [0], ["k"], [""], [], article=b"ac"), "damaged"),
        (packed(b"7\n"), "damaged"),
        (word([0, 1], [0], ["k"], [""]), "damaged"),
        (word([0, 1], [1], ["k"], [""], []), "damaged"),
        (word([0, 1], [0], ["k"], [""], [1]), "damaged"),
        (word([0], [0], ["k"], [""], []), "damaged"),
        (word([0, -1], [0], ["k"], [""], []), "damaged"),
        (word([0, 1, 1, 1], [0], ["k"], [""], []), "damaged"),
        (word([0, 1], [0], ["k"], [], []), "damaged"),
        (word([0, 1], [0], [5], [""], []), "damaged"),
        (word([0, 1], [{}], ["k"], [""], []), "damaged"),
        (packed(b"[" * 99_999), "damaged"),
        (packed(bytes(65 * 1024**2)), "damaged"),
    ],
)
def test_damage_is_refused(damaged: str, message: str) -> None:
    """A word that is cut, forged or without end is refused by the file's name."""
    with pytest.raises(ExchangeError, match=rf"^a\.po: .*{message}"):
        unpack(damaged, "a.po")


def test_the_word_of_this_test_is_right() -> None:
    """The words that the cases above damage are themselves whole."""
    assert unpack(word([0, 1], [0], ["k"], [""], []), "a.po").segments == ((0, 1),)


def test_fingerprints_do_not_heed_white_space() -> None:
    """Programs may change spaces and compose accents, but no letter."""
    assert skeleton.fingerprint("  communiqu\u00e9\n x") == skeleton.fingerprint(
        "communique\u0301 x"
    )
    assert skeleton.fingerprint("Damai.") != skeleton.fingerprint("damai.")
