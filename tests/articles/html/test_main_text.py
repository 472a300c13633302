"""The article of a web page, without what stands around it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from padanan.articles.readers import read
from padanan.errors import DocumentError, MissingExtraError
from tests.pages import page

PORTAL = Path(__file__).parents[2] / "data" / "html" / "portal.html"


def test_the_article_alone_is_read() -> None:
    """Navigation, related articles and the foot of the page are left out."""
    text = read(PORTAL.read_bytes(), "a.html", main=True).text
    assert "dikawal PBB" in text
    assert "Perundingan tidak boleh berhenti." in text
    for other in ("Beranda", "Konsul baru di Surabaya", "dataLayer"):
        assert other not in text


def test_the_same_article_is_read_again_and_again() -> None:
    """What was read before changes nothing: the reader has no memory."""
    data = PORTAL.read_bytes()
    texts = {read(data, "a.html", main=True).text for _ in range(5)}
    assert len(texts) == 1


def test_its_text_is_annotated() -> None:
    """The article is one of the kind of web pages, and has its terms."""
    article = read(PORTAL.read_bytes(), "a.html", main=True)
    assert article.kind == "html"
    assert len(page(article.data, "a.html").annotations) > 5


def test_other_kinds_are_read_whole() -> None:
    """Of a text there is nothing to leave out."""
    assert read(b"Beranda", "a.txt", main=True).text == "Beranda"


@pytest.mark.parametrize("data", [b"", b"<p></p>", b"<script>x</script>"])
def test_a_page_without_an_article_is_refused(data: bytes) -> None:
    """Nothing found is said, with what to do."""
    with pytest.raises(DocumentError, match="leave out --main"):
        read(data, "a.html", main=True)


def test_the_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without trafilatura one line says how to install it."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'padanan\[web\]'"):
        read(PORTAL.read_bytes(), "a.html", main=True)
