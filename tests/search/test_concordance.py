"""Where a text has a term, the key word in its context."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.article import Article
from padanan.matching.annotator import engine_for
from padanan.search.concordance import WIDTH, concordance
from tests.growth import growth

TERM = "gencatan senjata"


def lines(text: str, query: str = TERM) -> list[tuple[str, str, str]]:
    """Return what stands before, in and after each place."""
    found = concordance(
        engine_for(None),
        Article("berita.txt", text, "text"),
        query,
        {"gencatan-senjata"},
    )
    return [(line.left, line.text, line.right) for line in found]


@given(st.text(alphabet="ab \n", max_size=3 * WIDTH))
def test_context_is_what_stands_there(around: str) -> None:
    """It is that of the text, white space levelled, and never longer than promised."""
    ((left, text, right),) = lines(f"{around} {TERM}. {around}")
    level = " ".join(around.split())
    assert text == TERM
    assert len(left) <= WIDTH
    assert len(right) <= WIDTH
    assert f" {level} ".endswith(left[-1:])
    assert f". {level} ".startswith(right.rstrip()[:2])


def test_a_query_is_found_as_it_is_written_too() -> None:
    """Where it touches no term that was found: in a term it is no place of its own."""
    assert [text for _, text, _ in lines("Senjata, gencatan senjata", "senjata")] == [
        "Senjata", TERM,
    ]  # fmt: skip


def test_many_places_take_no_longer_each() -> None:
    """Each once copied the rest of the text, and was compared with all others."""
    engine = engine_for(None)

    def work(size: int) -> None:
        article = Article("berita.txt", f"{TERM}, senjata. " * size, "text")
        assert (
            len([*concordance(engine, article, "senjata", {"gencatan-senjata"})])
            >= size
        )

    assert growth(work, 20) < 2.2
