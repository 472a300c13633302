"""What a user would take instead: each on the same list of terms.

Every function gets the list and returns what searches one article, ``None`` where the
program is not installed. None of them knows inflection, conditions or regions.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Search: TypeAlias = Callable[[str], object]

OMEGAT = Path(os.environ.get("PADANAN_OMEGAT", "/usr/share/omegat")) / "OmegaT.jar"
_NON_WORD = re.compile(r"\W")


def raw_scan(forms: Sequence[str]) -> Search:
    """Return the bare scan: hits, and nothing made of them."""
    automaton = AhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest)
    return lambda text: automaton.find_matches_as_indexes(text.lower())


def weblate(terms: Sequence[str]) -> Search:
    """Return Weblate's loop (5.x): all overlapping hits, and a set of boundaries."""
    automaton = AhoCorasick(
        list(terms), implementation=Implementation.ContiguousNFA, store_patterns=False
    )

    def search(text: str) -> dict[str, list[tuple[int, int]]]:
        text = text.lower()
        edges = {match.start() for match in _NON_WORD.finditer(text)}
        edges |= {-1, len(text)}
        found: dict[str, list[tuple[int, int]]] = {}
        for _, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            if start - 1 in edges and end in edges:
                found.setdefault(text[start:end], []).append((start, end))
        return found

    return search


def pattern_a_term(terms: Sequence[str]) -> Search:
    """Return the loop of a pattern for each term, with boundaries (Weblate 4.x)."""
    patterns = [re.compile(rf"\b{re.escape(term)}\b", re.IGNORECASE) for term in terms]
    return lambda text: [pattern.search(text) for pattern in patterns]


def alternation(terms: Sequence[str]) -> Search:
    """Return one pattern of all terms, the longest first."""
    longest = sorted(terms, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
    return pattern.findall


def spacy(terms: Sequence[str]) -> Search | None:
    """Return spaCy's ``PhraseMatcher`` behind its Indonesian tokeniser."""
    if find_spec("spacy") is None:
        return None
    import spacy as library
    from spacy.matcher import PhraseMatcher

    nlp = library.blank("id")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("terms", list(nlp.pipe(terms)))
    return lambda text: matcher(nlp(text))


def flashtext(terms: Sequence[str]) -> Search | None:
    """Return flashtext's search with spans."""
    if find_spec("flashtext") is None:
        return None
    from flashtext import KeywordProcessor

    keywords = KeywordProcessor()
    keywords.add_keywords_from_list(list(terms))
    return lambda text: keywords.extract_keywords(text, span_info=True)


def translate_toolkit(terms: Sequence[str]) -> Search | None:
    """Return the matcher of translate-toolkit, asked of each sentence."""
    if find_spec("translate") is None:
        return None
    from translate.search.match import terminologymatcher
    from translate.storage.po import pofile

    store = pofile()
    for term in terms:
        unit = store.addsourceunit(term)
        unit.target = "x"
    matcher = terminologymatcher(store)
    return lambda text: [
        matcher.matches(part)  # type: ignore[no-untyped-call] # theirs
        for part in text.split(". ")
    ]


def omegat(terms: Sequence[str], text: str) -> float | None:
    """Return the seconds that OmegaT's search takes, sentence by sentence."""
    if not OMEGAT.exists() or shutil.which("java") is None:
        return None
    libraries = f"{OMEGAT}:{OMEGAT.parent}/lib/*:/usr/share/java/*"
    harness = Path(__file__).with_name("OmegaTSearch.java")
    with TemporaryDirectory() as folder:
        names = [str(Path(folder) / name) for name in ("terms", "segments")]
        Path(names[0]).write_text("\n".join(terms), "utf-8")
        Path(names[1]).write_text(text.replace(". ", ".\n"), "utf-8")
        headless = "-Djava.awt.headless=true"
        result = subprocess.run(  # noqa: S603 - our own harness
            ("java", headless, "-cp", libraries, str(harness), *names),  # noqa: S607
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    words = result.stdout.split()
    return float(words[0]) if result.returncode == 0 and words else None
