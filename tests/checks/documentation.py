"""The tables of codes in docs/, as the table of checks has them.

``python -m tests.checks.documentation`` writes them into the pages.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from padanan.checks.table import GLOSSARY, TRANSLATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from padanan.checks.table import Check

DOCS = Path(__file__).parents[2] / "docs"
PAGES: dict[str, Sequence[Check]] = {
    "checks.md": GLOSSARY,
    "translators.md": TRANSLATION,
}
"""Each page with the checks that it lists."""

_TABLE = re.compile(r"(?:^\| [GT][0-9]{3} \|.*\n)+", re.MULTILINE)


def rows(checks: Iterable[Check]) -> str:
    """Return the rows of a Markdown table: code, severity and what is wrong."""
    return "".join(
        f"| {check.code} | {check.severity.value} | {check.says} |\n"
        for check in checks
    )


def listed(page: str) -> str:
    """Return the rows that a page has now."""
    found = _TABLE.search((DOCS / page).read_text(encoding="utf-8"))
    return found[0] if found else ""


def main() -> None:
    """Write the tables into the pages."""
    for page, checks in PAGES.items():
        path = DOCS / page
        text = path.read_text(encoding="utf-8").replace(listed(page), rows(checks))
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
