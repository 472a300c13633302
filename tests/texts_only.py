"""Small files of the kinds of which only the text is read."""

from __future__ import annotations


def subtitled(text: str) -> bytes:
    """Return SRT subtitles of one cue."""
    return f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n".encode()
