"""The comments of a Word document; their part is added if there is none.

Source: ECMA-376 part 1, 17.13.4.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from padanan.articles.docx.elements import made, properties_of, text_of
from padanan.articles.docx.package import (
    PACKAGE,
    TYPES,
    R,
    W,
    parsed,
    related,
    relations_of,
    serialised,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from padanan.articles.docx.package import Package
    from padanan.articles.marks import Mark

AUTHOR = "Padanan"

_COMMENTS = f"{R}/comments"
_COMMENT = f"{{{W}}}comment"
_COMMENTS_TYPE = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)


def first_free(package: Package, name: str) -> int:
    """Return the first number after those of all comments on a part.

    Raises:
        DocumentError: the part of the comments is damaged.
    """
    part = related(package, name, "comments")
    if part is None:
        return 0
    comments = parsed(package, part).iter(_COMMENT)
    numbers = [each.get(f"{{{W}}}id", "") for each in comments]
    return 1 + max((int(n) for n in numbers if n.isascii() and n.isdigit()), default=-1)


def with_comments(
    package: Package, name: str, comments: Mapping[int, Mark]
) -> dict[str, bytes]:
    """Return the parts of the package that change when comments are added.

    Args:
        package: the document.
        name: of the part that is commented on.
        comments: by their numbers.

    Raises:
        DocumentError: a part of the package is damaged.
    """
    from lxml import etree

    changed: dict[str, bytes] = {}
    part = related(package, name, "comments")
    if part is None:
        part = _free_name(package, name.rpartition("/")[0])
        tree: _Element = etree.Element(f"{{{W}}}comments", nsmap={"w": W})
        changed |= _named(package, name, part)
    else:
        tree = parsed(package, part)
    tree.extend(_comment(tree, *numbered) for numbered in comments.items())
    changed[part] = serialised(tree)
    return changed


def _free_name(package: Package, folder: str) -> str:
    """Return an unused name for the part of the comments."""
    names = (f"{folder}/comments{n or ''}.xml".lstrip("/") for n in count())
    return next(name for name in names if package.find(name) is None)


def _comment(like: _Element, number: int, mark: Mark) -> _Element:
    comment = made(like, "comment", id=number, author=AUTHOR, initials="P")
    for line, text in enumerate((mark.english, *mark.about)):
        run = made(like, "r")
        if line == 0:
            properties_of(run).append(made(like, "b"))
        run.append(text_of(like, text))
        paragraph = made(like, "p")
        paragraph.append(run)
        comment.append(paragraph)
    return comment


def _named(package: Package, name: str, comment_part: str) -> dict[str, bytes]:
    """Return the relations and content types, with a new part of comments added."""
    from lxml import etree

    relations = package.find(relations_of(name)) or relations_of(name)
    space = f"{PACKAGE}/relationships"
    if relations in package.parts:
        tree = parsed(package, relations)
    else:
        tree = etree.fromstring(f'<Relationships xmlns="{space}"/>')
    taken = {relation.get("Id") for relation in tree}
    new = next(f"rId{n}" for n in count(1) if f"rId{n}" not in taken)
    attributes = {"Id": new, "Type": _COMMENTS, "Target": f"/{comment_part}"}
    tree.append(tree.makeelement(f"{{{space}}}Relationship", attributes))
    types = parsed(package, TYPES)
    override = {"PartName": f"/{comment_part}", "ContentType": _COMMENTS_TYPE}
    tag = f"{{{PACKAGE}/content-types}}Override"
    types.append(types.makeelement(tag, override))
    return {
        relations: serialised(tree),
        package.find(TYPES) or TYPES: serialised(types),
    }
