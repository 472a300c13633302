"""The skeleton of an article survives as one word."""

from __future__ import annotations

import base64
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import ExchangeError
from padanan.translation import skeleton
from padanan.translation.skeleton import MARK, Skeleton, pack, unpack


def word(value: object) -> str:
    """Return any value as such a word."""
    return MARK + base64.b64encode(zlib.compress(json.dumps(value).encode())).decode()


@given(
    st.text(),
    st.lists(st.tuples(st.integers(0, 2), st.text())),
    st.text(),
    st.integers(1, 7),
)
def test_the_word_says_it_all(
    name: str, rows: list[tuple[int, str]], first: str, every: int
) -> None:
    """Names, separators and order come back, however an editor wraps the word."""
    bones = Skeleton(
        name,
        (first, *(separator for _, separator in rows)),
        tuple(number for number, _ in rows),
        ("a", "b", "c"),
        ("", "d", ""),
    )
    made = pack(bones)
    wrapped = "\n".join(made[at : at + every] for at in range(0, len(made), every))
    assert unpack(wrapped, "a.po") == bones
    assert skeleton.find_packed(f'"X: {made}\\n"') == made


@pytest.mark.parametrize(
    ("damaged", "message"),
    [
        ("", "no worksheet of Padanan"),
        ("padanan9:eJw=", "another version"),
        (f"{MARK}eJw=", "damaged"),
        (f"{MARK}!", "damaged"),
        (f"{MARK}é", "damaged"),
        (word(7), "damaged"),
        (word(["a", ["", ""], [0], ["k"]]), "damaged"),
        (word(["a", ["", ""], [1], ["k"], [""]]), "damaged"),
        (word(["a", [""], [0], ["k"], [""]]), "damaged"),
        (word(["a", ["", ""], [0], ["k"], []]), "damaged"),
        (word(["a", ["", 5], [0], ["k"], [""]]), "damaged"),
        (word(["a", ["", ""], [{}], ["k"], [""]]), "damaged"),
        (word([[[[[]]]]]), "damaged"),
        (word(["a", ["", "\ud800"], [0], ["k"], [""]]), "damaged"),
        (word(["\ud800", ["", ""], [0], ["k"], [""]]), "damaged"),
        (MARK + base64.b64encode(zlib.compress(b"[" * 99_999)).decode(), "damaged"),
        (
            MARK + base64.b64encode(zlib.compress(bytes(65 * 1024**2))).decode(),
            "damaged",
        ),
    ],
)
def test_damage_is_refused(damaged: str, message: str) -> None:
    """A word that is cut, forged or without end is refused by the file's name."""
    with pytest.raises(ExchangeError, match=rf"^a\.po: .*{message}"):
        unpack(damaged, "a.po")


def test_fingerprints_do_not_heed_white_space() -> None:
    """Programs may change spaces and compose accents, but no letter."""
    assert skeleton.fingerprint("  communiqu\u00e9\n x") == skeleton.fingerprint(
        "communique\u0301 x"
    )
    assert skeleton.fingerprint("Damai.") != skeleton.fingerprint("damai.")
