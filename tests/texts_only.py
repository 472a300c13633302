"""Small files of the kinds of which only the text is read."""

from __future__ import annotations

TEXT = "Menlu AS Marco Rubio membahas gencatan senjata dengan “PBB”."


def rich(text: str) -> bytes:
    """Return an RTF document of one paragraph."""
    said = "".join(
        f"\\u{unit}?" if unit > 126 or chr(unit) in "{}\\" else chr(unit)
        for unit in memoryview(text.encode("utf-16-le")).cast("H")
    )
    fonts = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times;}}"
    body = rf"{{\*\generator x;}}\pard {said}\par"
    return rf"{{\rtf1\ansi\ansicpg1252{fonts}{body}}}".encode("ascii")


def made(kind: str, text: str = TEXT) -> bytes:
    """Return a file of one paragraph."""
    return MADE[kind](text)


def subtitled(text: str) -> bytes:
    """Return SRT subtitles of one cue."""
    return f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n".encode()


MADE = {"subtitles": subtitled, "rtf": rich}
"""What makes a file of a text, by its kind."""
