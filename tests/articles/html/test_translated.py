"""Web pages are written with other words, and are else what they were."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.readers import read, rewritten, translatable
from padanan.language.segment import segment
from padanan.translation.tagged import read_marks
from padanan.translation.worksheet import Worksheet, assemble, make
from tests.laws import examples

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = (
    *(
        "PBB ",
        " ",
        "dua kata. Tiga ",
        "&amp;",
        "&nbsp;",
        "\n  ",
        "\ufeff",
        "<!-- c -->",
    ),
    *("<b>", "</b>", "<i>", "</i>", "<a href=x>", "</a>", "<code>", "</code>", "<br>"),
    *("<p>", "</p>", "<h2>", "</h2>", "<ul>", "<li>", "</ul>", "<table>", "<tr>"),
    *("<td>", "</table>", "<pre>", "</pre>", "<img src=x>", "<script>", "</script>"),
    *("<svg><path/>", "</svg>", "<select><option>x", "</select>", "<a id=q></a>"),
    *("<title>Judul &lt;", "</title>", "<img alt='gambar &amp; x'>", "<sup>1</sup>"),
    *("<video><p>x", "</video>", "<br/>", "<html lang=id>", "<ruby>a<rt>b</rt></ruby>"),
)


def sheet_of(page: bytes, encoding: str | None = None) -> Worksheet:
    """Return the worksheet of a page."""
    found = translatable(read(page, "a.html", encoding))
    return make(found, segment(found.article.readable))


def marks(page: str) -> list[str]:
    """Return the sentences of a page with their marks."""
    return [unit.tagged.marked for unit in sheet_of(page.encode()).units]


def translate(page: bytes, into: Callable[[str], str]) -> bytes:
    """Return a page whose sentences a function translates, marks and all."""
    sheet = sheet_of(page)
    units = [
        replace(entry.unit, tagged_target=read_marks(into(entry.tagged.marked)))
        for entry in sheet.units
    ]
    done = assemble(sheet.skeleton, units, "a.po")
    return rewritten(done.document.article, done.leaves)


@pytest.mark.slow
@examples(300)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_put_together_unchanged_it_is_the_same(page: str) -> None:
    """Taken apart and put together, any page has the same bytes."""
    data = page.encode()
    found = translatable(read(data, "a.html"))
    assert rewritten(found.article, found.leaves) == data


@pytest.mark.slow
@examples(200)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_translated_into_itself_it_says_the_same(page: str) -> None:
    """Each sentence written anew, out of its marks, has the words that it had."""
    data = page.encode()
    before = read(data, "a.html").text
    after = read(translate(data, lambda marked: marked), "a.html").text
    assert after.split() == before.split()


@pytest.mark.parametrize(
    ("page", "marked"),
    [
        ("<p>Menlu <b>AS</b> tiba.", ["Menlu {1}AS{/1} tiba."]),
        ("<p><b>Menlu tiba.</b>", ["Menlu tiba."]),
        ("<p>Menlu <b><i>AS</i></b>", ["Menlu {1}AS{/1}"]),
        ("<p>Menlu <a href=x>AS <i>tiba</i></a>", ["Menlu {1}AS {2}tiba{/2}{/1}"]),
        ("<p>Satu<br>dua<br>", ["Satu{1/}dua"]),
        ("<p>Satu <img src=x> dua <img src=y>", ["Satu {1/}dua"]),
        ("<p>Nota<sup>1</sup> tiba.", ["Nota{1/} tiba."]),
        ("<p>Satu <b>dua<p>tiga</b> x", ["Satu {1/}dua", "tiga{1/} x"]),
        ("<p>Satu <b>dua <i>tiga</b> x</i>", ["Satu {1}dua {2/}tiga{/1} x"]),
        ("<title>Judul</title><p>Isi", ["Isi", "Judul"]),
        ("<p>Isi <img alt='Peta &amp; x'>", ["Isi", "Peta & x"]),
        ("<select><option>Ya<option>Tidak</select>", ["Ya", "Tidak"]),
        ("<svg><text>Peta</text><style>p</style></svg>", ["Peta"]),
        ("<optgroup label='Negara'>", ["Negara"]),
        ("<input type=submit value=Kirim><input value=Nama>", ["Kirim"]),
        ("<textarea>Nota</textarea>", ["Nota"]),
        ("<svg>Peta<p>Isi", ["Peta", "Isi"]),
        ("<meta name=description content='Uraian'><p>Isi", ["Isi", "Uraian"]),
        ("<meta name=generator content='Uraian'><p>Isi", ["Isi"]),
    ],
)
def test_marks(page: str, marked: list[str]) -> None:
    """What a translator sees of tags and labels."""
    assert marks(page) == marked


@pytest.mark.parametrize(
    ("page", "target", "written"),
    [
        (
            "<p class=x>Menlu <b>AS</b> tiba.</p>",
            "The {1}US{/1} < 3 & more",
            "<p class=x>The <b>US</b> &lt; 3 &amp; more</p>",
        ),
        ("<p>Menlu <b>AS</b>!", "The US", "<p>The US"),
        ("<p>A<br>b<!-- x --> c", "D{1/}E", "<p>D<br>E"),
        ("<p>A <img src=x> b", "{1/}D E", "<p><img src=x> D E"),
        ("<p>Satu\n   dua", "One", "<p>One"),
        ("<img alt='Peta'>", "A 'map'", "<img alt='A &#x27;map&#x27;'>"),
        ("<img alt=Peta src=x>", 'A "map"', '<img alt="A &quot;map&quot;" src=x>'),
        ("<title>Judul</title>", "A 'title'", "<title>A 'title'</title>"),
        ("<svg><text>Peta</text></svg>", "Map", "<svg><text>Map</text></svg>"),
        ("<select><option>Ya</select>", "Yes", "<select><option>Yes</select>"),
        (
            '<html lang="id-ID"><body><p>Damai',
            "Peace",
            '<html lang="en-GB"><body><p>Peace',
        ),
    ],
)
def test_written(page: str, target: str, written: str) -> None:
    """Words are escaped where they stand, tags move, the rest keeps its bytes."""
    assert translate(page.encode(), lambda _: target).decode() == written


def test_letters_that_the_encoding_lacks_are_references() -> None:
    """A page in windows-1252 stays so, whatever its translation has."""
    page = "<meta charset=windows-1252><p>Harga 5 é.".encode("cp1252")
    out = translate(page, lambda _: "Price: 5 é ☑")
    assert out == "<meta charset=windows-1252><p>Price: 5 é &#9745;".encode("cp1252")


def test_an_element_over_two_sentences_is_around_both() -> None:
    """A link that two sentences share is one before and after."""
    page = b"<p>Awal <a href=x>ini. Akhir</a> itu."
    assert translate(page, str.upper) == b"<p>AWAL <a href=x>INI. AKHIR</a> ITU."
