"""The article in a web page, without what stands around it."""

from __future__ import annotations

from html import escape
from pathlib import PurePath

from padanan.articles.html.document import source_of
from padanan.errors import DocumentError
from padanan.files.extras import optional


def main_page(data: bytes, path: str, encoding: str | None = None) -> bytes:
    """Return a page with nothing but the article of a page: headings, text, lists.

    Args:
        data: of the page.
        path: as the user named it, for messages.
        encoding: of the page; ``None`` for what it says itself.

    Returns:
        The page in UTF-8.

    Raises:
        MissingExtraError: trafilatura is not installed.
        DocumentError: there is no article in the page, or it cannot be decoded.
    """
    source, _ = source_of(data, path, encoding)
    found = optional("trafilatura").extract(
        source,
        output_format="html",
        include_comments=False,
        include_formatting=True,
        include_tables=True,
        # Without it what is said twice in a process would be left out by the third
        # page that says it: the outcome would depend on the order of the pages.
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
