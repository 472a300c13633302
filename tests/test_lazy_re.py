"""Patterns that are compiled late are those that ``re`` compiles."""

from __future__ import annotations

import re

import pytest

from padanan import lazy_re

METHODS = ("search", "match", "fullmatch", "findall", "split")


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("text", ["", "Dua kota", "dua, tiga"])
def test_methods_are_those_of_re(name: str, text: str) -> None:
    """Every method answers as that of a compiled pattern, the first time and later."""
    lazy = lazy_re.compile(r"\b[a-z]+", re.IGNORECASE)
    usual = re.compile(r"\b[a-z]+", re.IGNORECASE)
    wanted = getattr(usual, name)(text)
    for _ in range(2):
        assert str(getattr(lazy, name)(text)) == str(wanted)


def test_bytes_and_attributes() -> None:
    """Patterns of bytes work too, and tell what they are."""
    lazy = lazy_re.compile(rb"\d+", re.DOTALL)
    assert lazy.sub(b"n", b"7 dari 20") == b"n dari n"
    assert (lazy.pattern, lazy.flags) == (rb"\d+", re.DOTALL)


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Making a pattern costs nothing; each method is fetched once."""
    asked: list[str] = []
    compiled = re.compile

    def counting(text: str, flags: int) -> re.Pattern[str]:
        asked.append(text)
        return compiled(text, flags)

    monkeypatch.setattr(re, "compile", counting)
    lazy = lazy_re.compile("a+")
    assert not asked
    assert lazy.findall("aa ba") == lazy.findall("aa ba") == ["aa", "a"]
    assert asked == ["a+"]


def test_a_mistake_is_told_at_the_first_use() -> None:
    """A pattern that is none raises the error of ``re``."""
    with pytest.raises(re.error, match="unterminated"):
        lazy_re.compile("(").search("a")
