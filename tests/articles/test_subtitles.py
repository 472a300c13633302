"""Subtitles: numbers, times and tags are no text, and sentences run over cues."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.readers import read
from padanan.errors import DocumentError
from padanan.files.first_bytes import kind_of

SRT = """\
1
00:00:01,000 --> 00:00:03,200
{\\an8}<i>Menteri Luar</i>

2
00:00:03,300 --> 00:00:05,000
Negeri Retno Marsudi tiba di
Jenewa.

3
00:00:05,100 --> 00:00:06,000
2024

4
00:00:06,100 --> 00:00:08,000
- Kapan?
- Besok …

5
00:00:08,100 --> 00:00:09,000
… pagi.
"""

VTT = """\
WEBVTT - Judul

STYLE
::cue { color: red }

NOTE PBB ada di sini
00:00 bukan waktu

pembuka
00:01.000 --> 00:03.200 align:start position:0%
<v Retno>Gencatan <c.biru>senjata</c> &amp;

00:00:03.300 --> 00:00:05.000
perundingan.
"""

ROLLING = """\
WEBVTT

00:01.000 --> 00:02.000
gencatan<00:01.500><c> senjata</c>

00:02.000 --> 00:02.010
gencatan senjata

00:02.010 --> 00:03.000
gencatan senjata
di<00:02.500><c> Gaza</c>
"""


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "a.srt",
            SRT,
            ["Menteri Luar Negeri Retno Marsudi tiba di Jenewa.", "2024 - Kapan?",
             "- Besok … … pagi."],
        ),
        ("a.vtt", VTT, ["Gencatan senjata & perundingan."]),
        ("a.vtt", ROLLING, ["gencatan senjata di Gaza"]),
        ("a.srt", "1\n0:00:01,0 --> 0:00:02,0\nSatu\n1\n0:00:09,0 --> 0:00:10,0\ndua",
         ["Satu", "dua"]),
    ],
)  # fmt: skip
def test_what_is_said(name: str, text: str, said: list[str]) -> None:
    """Cues make sentences, whatever stands around them."""
    for data in (text, text.replace("\n", "\r\n"), f"\ufeff{text}"):
        assert read(data.encode(), name).text.split("\n\n") == said


@pytest.mark.parametrize(
    "word",
    ["<ruby>nota<rt>no-ta</rt></ruby>", "<ruby>nota<rt>no-ta</ruby>",
     "<ruby>nota<rt.a>no-ta</rt></ruby>"],
)  # fmt: skip
def test_readings_of_ruby_are_no_words(word: str) -> None:
    """What stands above a word in WebVTT is not glued to it."""
    cue = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{word} diplomatik"
    assert read(cue.encode(), "a.vtt").text == "nota diplomatik"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (SRT.encode(), "subtitles"),
        (SRT.encode("utf-16"), "subtitles"),
        (VTT.encode(), "subtitles"),
        (b"1\nMenlu tiba.\n", None),
        (b"WEBVTTA", None),
    ],
)
def test_known_by_the_first_bytes(data: bytes, kind: str | None) -> None:
    """Subtitles on standard input need no ending."""
    assert kind_of(data) == kind


def test_another_encoding() -> None:
    """Old subtitles are in Windows-1252, which the user names."""
    data = SRT.replace("Jenewa", "Café").encode("cp1252")
    assert "Café" in read(data, "a.srt", "cp1252").text


def test_a_file_without_cues_is_refused() -> None:
    """A text that is only called so is told from subtitles."""
    with pytest.raises(DocumentError, match="no line of times"):
        read(b"Menlu tiba.", "a.srt")


@given(st.lists(st.from_regex(r"[a-z]{1,8}[.!?]?", fullmatch=True), min_size=1))
def test_no_word_is_lost(words: list[str]) -> None:
    """Every word of every cue is in the text, once, in order."""
    cues = (
        f"{n}\n00:00:{n % 60:02},000 --> 00:00:{n % 60:02},900\n{word}\n\n"
        for n, word in enumerate(words)
    )
    assert read("".join(cues).encode(), "a.srt").text.split() == words
