"""The article in a web page, without menus, advertisements and the like."""

from __future__ import annotations

from html import escape
from pathlib import PurePath

from padanan.articles.html.document import source_of
from padanan.errors import DocumentError
from padanan.files.extras import optional


def main_page(data: bytes, path: str, encoding: str | None = None) -> bytes:
    """Return a page with only the article of a page: its headings, text and lists.

    Args:
        data: of the page.
        path: as the user named it, for messages.
        encoding: of the page; ``None`` for the one that it declares.

    Returns:
        The page in UTF-8.

    Raises:
        MissingExtraError: trafilatura is not installed.
        DocumentError: the page has no article, or cannot be decoded.
    """
    source, _ = source_of(data, path, encoding)
    found = optional("trafilatura").extract(
        source,
        output_format="html",
        include_comments=False,
        include_formatting=True,
        include_tables=True,
        # Otherwise a text that occurs on two pages would be left out of the third, and
        # the outcome would depend on the order of the pages.
        deduplicate=False,
    )
    if not found:
        raise DocumentError(
            "no article found in this page — leave out --main", path=path
        )
    body = found.partition("<body>")[2].rpartition("</body>")[0].strip()
    title = f"<title>{escape(PurePath(path).stem)}</title>"
    page = (
        f'<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n{title}'
        f"\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    return page.encode()
