"""Whether a saved page has more than its article: menus, lists of other articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.articles.html.document import KIND, source_of

if TYPE_CHECKING:
    from padanan.articles.article import Article, Block

MENU = 5
"""Minimum number of paragraphs with nothing but a link that count as a menu."""

# Source: HTML, 4.3.4 and 4.3.5; WAI-ARIA, navigation.
_AROUND = re.compile(
    r"<(?:nav|aside)[\s>]|\srole\s*=\s*[\"']?(?:navigation|complementary)\b",
    re.IGNORECASE,
)


def is_more(article: Article) -> bool:
    """Return whether the markup of a page shows that it has more than an article.

    >>> from padanan.articles.html.document import read
    >>> page = b"<nav>Beranda</nav><p>Menlu tiba."
    >>> is_more(read(page, "a.html")), is_more(read(page[20:], "a.html"))
    (True, False)
    """
    if article.kind != KIND:
        return False
    source, _ = source_of(article.data, article.path, article.encoding)
    return bool(_AROUND.search(source)) or sum(map(_is_link, article.blocks)) >= MENU


def _is_link(block: Block) -> bool:
    whole = (block.start, block.end)
    return any(run.kind == "link" and run[:2] == whole for run in block.runs)
