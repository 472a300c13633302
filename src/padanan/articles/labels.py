"""Labels: words beside the text that readers see or hear, such as alternative texts.

In an article to be translated, the labels come after the text, each by itself. A label
has no formats inside it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.leaves import Leaf
from padanan.articles.paragraphs import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element


class Labelled(NamedTuple):
    """A text with its labels after it.

    Attributes:
        text: with the labels.
        starts: offsets of the labels in it, in order.
        ends: offsets of their ends.
    """

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        """Offset at which the labels begin; after the text if there are none."""
        return self.starts[0] if self.starts else len(self.text) + 1

    def leaves(self, first: int = 0) -> Iterator[Leaf]:
        """Yield the labels as leaves, numbered from ``first`` on."""
        for number, span in enumerate(zip(self.starts, self.ends, strict=True)):
            yield Leaf("text", *span, first + number)

    def body(self, leaves: Iterable[Leaf]) -> tuple[Leaf, ...]:
        """Return the leaves that are not of labels."""
        return tuple(leaf for leaf in leaves if leaf.start < self.first)

    def new_words(self, leaves: Iterable[Leaf]) -> dict[int, str]:
        """Return the new words of the labels that have any, by their numbers.

        >>> found = labelled("Nota.", ["peta", "foto"])
        >>> one, other = found.leaves()
        >>> found.new_words([one, other._replace(text="photo")])
        {1: 'photo'}
        """
        words: dict[int, str] = {}
        new: set[int] = set()
        for leaf in leaves:
            if leaf.start < self.first:
                continue
            number = bisect_right(self.starts, leaf.start) - 1
            kept = self.text[leaf.start : leaf.end]
            words[number] = words.get(number, "") + (
                kept if leaf.text is None else leaf.text
            )
            if leaf.text is not None:
                new.add(number)
        return {number: words[number] for number in sorted(new)}


def labelled(text: str, labels: Iterable[str]) -> Labelled:
    r"""Return a text with labels after it.

    >>> labelled("Nota.", ["peta"])
    Labelled(text='Nota.\n\npeta', starts=(7,), ends=(11,))
    """
    parts, starts, ends = [text], [], []
    length = len(text)
    for label in labels:
        starts.append(length + len(BETWEEN))
        length = starts[-1] + len(label)
        ends.append(length)
        parts.append(label)
    return Labelled(BETWEEN.join(parts), tuple(starts), tuple(ends))


def has_words(label: str) -> bool:
    """Return whether a label has something to be translated.

    >>> has_words("Peta 2"), has_words("12 %")
    (True, False)
    """
    return any(map(str.isalpha, label))


class LabelPlace(NamedTuple):
    """Where a label is in a tree: an attribute, or the text of elements.

    Attributes:
        elements: one for an attribute; else those whose texts together are the label.
        attribute: its name, empty for the texts of the elements.
    """

    elements: tuple[_Element, ...]
    attribute: str = ""

    @property
    def label(self) -> str:
        """The words, with single spaces between them."""
        if self.attribute:
            words = self.elements[0].get(self.attribute, "")
        else:
            words = "".join(each.text or "" for each in self.elements)
        return " ".join(words.split())

    def put(self, words: str) -> None:
        """Replace the words; those of several elements are put into the first one."""
        if self.attribute:
            self.elements[0].set(self.attribute, words)
            return
        for number, each in enumerate(self.elements):
            each.text = "" if number else words


def placed_in(
    root: _Element, attributes: Mapping[str, Sequence[str]], texts: Iterable[str]
) -> Iterator[LabelPlace]:
    """Yield the places of labels in a tree, in order.

    Args:
        root: of the tree.
        attributes: names of the attributes that are labels, by the element.
        texts: names of the elements whose text is a label.
    """
    alone = frozenset(texts)
    for element in root.iter(*attributes, *alone):
        names = attributes.get(str(element.tag), ())
        places = [LabelPlace((element,), name) for name in names]
        if element.tag in alone:
            places.append(LabelPlace((element,)))
        yield from (place for place in places if has_words(place.label))
