# cython: annotation_typing=False, initializedcheck=False
"""Whose offices the terms of a document name, for the compiled core.

The rules are those of ``regions`` and ``offices``. What nearly every office asks for is
decided here by offsets and words: the country beside it, the name of its bearer. What
is rare is left to the functions there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.language.indonesian import SMALL
from padanan.matching.conditions.gates import WINDOW
from padanan.matching.mentions import Mention
from padanan.matching.native import characters
from padanan.matching.native.characters import kind_at
from padanan.matching.offices import (
    LEADS_IN,
    Bearer,
    holder,
    is_title_case,
    last_names,
    name_beside,
    remember,
)
from padanan.matching.regions import (
    LEADING,
    LINKS,
    Office,
    Region,
    are_joined,
    follows,
    is_by_name,
    left,
    reaches,
    region_of_name,
    right,
)

if TYPE_CHECKING:
    from padanan.matching.native.pages import PageDocument
    from padanan.matching.native.rows import Chosen
    from padanan.matching.offices import Memory

_WORD = characters.WORD
_WINDOW = WINDOW
_FAR = 100
"""Number of characters without a word, behind which nothing is told of them."""
_LEADING_IN = "".join(sorted({words[-1] for words in LEADS_IN}))
"""The last letters of what leads in: a comma, *sebagai*, *selaku* and so on."""
_MOST = 15
"""Maximum number of words of a name behind the first one."""
_INSIDE = "'’-"
"""What may stand inside a word of a name."""
_PARTICLES = ("bin", "al", "van", "von", "de", "da")
"""Words in a name without a capital, as far as the pattern of a name takes them."""
_LEADING, _LINKS = LEADING, LINKS
_SMALL_WORDS = SMALL
_new = tuple.__new__
_Region, _Bearer, _Mention = Region, Bearer, Mention


class Post:
    """An ``Office``, the region that was found for it, and its number.

    Attributes:
        name: the words of the name that has to tell its region, the last first.
    """

    number: int
    start: int
    end: int
    low: int
    high: int
    title: bool
    led: bool
    followed: bool
    borne: bool
    region: Region | None
    name: tuple[str, ...]


class Placing:
    """Finds the regions of the offices of one document.

    Args:
        document: the document.
    """

    def __init__(self, document: PageDocument) -> None:
        self.page = document.page
        self.text = document.text
        self.length = len(document.text)
        self.document = document
        self.places = document.places
        self.known = document.elements.places
        self.lower = document.memory.vocabulary.lower
        self.memory: Memory = {}
        self.asked: set[str] = set()
        self._low = self._high = -1
        self._titled = False

    def regions(self, chosen: Chosen) -> list[Region | None]:
        """Return the regions of the offices among some terms, by their numbers.

        Returns:
            nothing where there are no offices.
        """
        posts = self._posts(chosen)
        if not posts:
            return []
        if self.places.count:
            self._set_beside(posts)
            self._coordinate(posts)
        if self._find_names(posts) and self.places.count:
            self._remember(posts)
        found: list[Region | None] = [None] * chosen.count
        for post in posts:
            if post.name:
                post.region = self._recalled(post, post.name)
            found[post.number] = post.region
        return found

    def _find_names(self, posts: list[Post]) -> bool:
        """Find the names of the persons that have to tell the regions of offices.

        Returns:
            whether there are any.
        """
        for post in posts:
            if post.region is None and post.title and post.borne:
                post.name = self._name_words(post)
                self.asked.update(post.name)
        return bool(self.asked)

    def _posts(self, chosen: Chosen) -> list[Post]:
        """Return the offices among some terms, in order."""
        found: list[Post] = []
        for number in range(chosen.count):
            meaning = chosen.meanings[number]
            if meaning.office:
                post = Post.__new__(Post)
                start, end = chosen.starts[number], chosen.ends[number]
                post.number, post.title = number, meaning.title
                post.start, post.end = start, end
                post.low = self.page.sentence_start(start)
                post.high = self.page.sentence_end(end)
                place = self.places.first_from(end)
                more = place < self.places.count
                post.followed = more and self.places.starts[place] < post.high
                post.led = self._may_be_led(start, chosen.words[number] - 1)
                post.borne = post.followed or self._may_be_borne(start, end)
                post.region, post.name = None, ()
                found.append(post)
        return found

    def _may_be_led(self, start: int, number: int) -> bool:
        """Whether words before an office may say whose it is; see ``regions``.

        Args:
            start: of the office.
            number: of the word before it.
        """
        if number < 0 or start - self.page.ends[number] > _FAR:
            return True
        return self.lower[self.page.ids[number]] in _LEADING

    def _may_be_borne(self, start: int, end: int) -> bool:
        """Whether a name may stand beside an office; see ``offices.name_beside``."""
        if not self._is_lower_behind(end):
            return True
        return self._is_led_in(start, 0)

    def _is_lower_behind(self, end: int) -> bool:
        """Whether a word in lower case follows, which is no name."""
        if end + 1 >= self.length or self.text[end] != " ":
            return False
        return self.text[end + 1].islower()

    def _is_led_in(self, start: int, begin: int) -> bool:
        """Whether what leads from a name to an office may end before it; quick."""
        while start > begin and self.text[start - 1].isspace():
            start -= 1
        return start > begin and self.text[start - 1] in _LEADING_IN

    def _set_beside(self, posts: list[Post]) -> None:
        """Set the countries named beside the offices."""
        led: Region | None = None
        last = posts[0]
        for post in posts:
            earlier = led
            led = None
            if post.led and self._has_place_before(post):
                led = left(self.document.mentions, self._plain(post))
            if led is None and earlier is not None:
                both = self._plain(last), self._plain(post)
                led = earlier if follows(self.text, *both) else None
            region = self._right(post) if post.followed else None
            post.region = led if region is None else region
            last = post

    def _has_place_before(self, post: Post) -> bool:
        """Whether a country is named in the sentence before an office."""
        number = self.places.first_from(post.start) - 1
        if number >= 0 and self.places.ends[number] > post.start:
            number -= 1
        return number >= 0 and self.places.starts[number] >= post.low

    def _right(self, post: Post) -> Region | None:
        """Return the country to the right of an office."""
        at, start = post.end, post.end
        while at < post.high and self.text[at].isspace():
            at += 1
        if at < post.high and self.text[at] == "(":
            return right(self.document.mentions, self._plain(post))
        number = self.places.first_from(start)
        begin, behind = self.places.starts[number], self.places.ends[number]
        if behind > post.high or begin - start > _WINDOW:
            return None
        single = at == start + 1 and self.text[start] == " "
        if begin != at or not (single or at == start):
            if self._is_far(start, begin):
                return None
            place = self.known[self.places.numbers[number]]
            mention = _new(_Mention, (begin, behind, place))
            if not reaches(self.text[start:begin], self._plain(post), mention):
                return None
        if behind < self.length and self.text[behind] in "-–":
            return right(self.document.mentions, self._plain(post))
        code = self.known[self.places.numbers[number]].code
        return _new(_Region, (code, self.text[begin:behind]))

    def _is_far(self, start: int, begin: int) -> bool:
        """Whether a word in lower case parts an office from a country; quick."""
        first = number = self.page.first_from(start)
        while number < self.page.count and self.page.begins[number] < begin:
            at = self.page.begins[number]
            if not self.text[at].isupper() and not self._is_inside(number, first):
                word = self.lower[self.page.ids[number]]
                if word != "di" and word not in _LINKS:
                    return True
            number += 1
        return False

    def _is_inside(self, number: int, first: int) -> bool:
        """Whether a mark joins a word to the one before it."""
        at = self.page.begins[number]
        if number == first or self.page.ends[number - 1] != at - 1:
            return False
        return self.text[at - 1] in _INSIDE

    def _coordinate(self, posts: list[Post]) -> None:
        """Set the regions that offices share with the next: *menlu dan menhan AS*."""
        for number in range(len(posts) - 1):
            post, behind = posts[number], posts[number + 1]
            if post.region is None and behind.region is not None:
                words = self.page.first_from(behind.start)
                words -= self.page.first_from(post.end)
                if words < 2 and are_joined(self.text[post.end : behind.start]):
                    post.region = behind.region

    def _remember(self, posts: list[Post]) -> None:
        """Note what the document says of the countries of persons."""
        for post in posts:
            if post.region is not None and post.title and not self._is_titled(post):
                words = self._name_words(post)
                # Of the other names nobody will be reminded.
                if not self.asked.isdisjoint(words):
                    bearer = _new(_Bearer, (post.region[0], words))
                    remember(self.memory, bearer, post.start)

    def _is_titled(self, post: Post) -> bool:
        """Whether the sentence of an office is in title case."""
        if self._low != post.low or self._high != post.high:
            self._low, self._high = post.low, post.high
            self._titled = not self._has_small(post.low, post.high) and is_title_case(
                self.text[post.low : post.high]
            )
        return self._titled

    def _has_small(self, low: int, high: int) -> bool:
        """Whether a sentence has a word of small letters that no title has; quick."""
        number = self.page.first_from(low)
        while number < self.page.count:
            at = self.page.begins[number]
            if at + 4 > high:
                return False
            size = 0
            while size < 4 and "a" <= self.text[at + size] <= "z":
                size += 1
            if size == 4 and not self._is_small_word(number):
                return True
            number += 1
        return False

    def _is_small_word(self, number: int) -> bool:
        """Whether a word stays small in titles."""
        begin, end = self.page.begins[number], self.page.ends[number]
        return self.text[begin:end] in _SMALL_WORDS

    def _name_words(self, post: Post) -> tuple[str, ...]:
        """Return the words of the name of the person in an office, the last first."""
        end = post.end
        number = self.places.first_from(end)
        if number < self.places.count:
            begin, behind = self.places.starts[number], self.places.ends[number]
            if behind <= post.high and self._is_by_name(end, begin):
                end = behind
        begin = self._name_start(post, end)
        if begin >= 0:
            return self._words(begin, self._name_end(begin, post.high))
        if self._may_precede(post, end):
            name = name_beside(self.text, post.start, end, (post.low, post.high))
            if name is not None:
                return self._words(name[0], name[1])
        return ()

    def _is_by_name(self, end: int, begin: int) -> bool:
        """Whether nothing but *dari* or marks part an office from a country."""
        words = self.page.first_from(begin) - self.page.first_from(end)
        if words > 1:
            return False
        if words == 0 and not (end < begin and kind_at(self.text, end) & _WORD):
            return True
        return is_by_name(self.text, end, begin)

    def _name_start(self, post: Post, end: int) -> int:
        """Return where a name begins behind an office, -1 where none does.

        Brackets are left out: what may stand in them is looked for otherwise.
        """
        if self._is_lower_behind(end):
            return -1
        at = self._blank_end(end, post.high)
        if at < post.high and self.text[at] == ",":
            at = self._blank_end(at + 1, post.high)
        return at if self._name_word_end(at, post.high) >= 0 else -1

    def _may_precede(self, post: Post, end: int) -> bool:
        """Whether a name may stand before an office, or behind it and a bracket."""
        at = self._blank_end(end, post.high)
        if at < post.high and self.text[at] == "(":
            return True
        begin = max(post.low, post.start - _WINDOW)
        if not self._is_led_in(post.start, begin):
            return False
        number = self.page.first_from(post.start) - 1
        if number < 0:
            return False
        at = self.page.ends[number]
        while self.text[at] in _INSIDE:
            at += 1
        # A comma, or else one of a few words.
        return self.text[at] == "," or self.lower[self.page.ids[number]] in LEADS_IN

    def _blank_end(self, at: int, limit: int) -> int:
        while at < limit and self.text[at].isspace():
            at += 1
        return at

    def _name_end(self, at: int, limit: int) -> int:
        """Return where a name ends that begins at an offset; see ``BARE_NAME``."""
        end = self._name_word_end(at, limit)
        for _ in range(_MOST):
            begin = self._blank_end(end, limit)
            if begin in (end, limit):
                break
            behind = self._name_word_end(begin, limit)
            if behind < 0:
                behind = self._particle_end(begin, limit)
            if behind < 0:
                break
            end = behind
        return end

    def _name_word_end(self, at: int, limit: int) -> int:
        """Return where a capitalised word or an initial ends, -1 where none begins."""
        if at >= limit or not _is_capital(ord(self.text[at])):
            return -1
        end = at + 1
        while end < limit and (
            kind_at(self.text, end) & _WORD or self.text[end] in _INSIDE
        ):
            end += 1
        if end > at + 1:
            return end
        initial = end < limit and self.text[end] == "." and self.text[at] <= "Z"
        return end + 1 if initial else -1

    def _particle_end(self, at: int, limit: int) -> int:
        """Return where a word ends that joins names, -1 where none begins."""
        for word in _PARTICLES:
            end = at + len(word)
            if end <= limit and self.text[at:end] == word:
                return end
        return -1

    def _words(self, at: int, end: int) -> tuple[str, ...]:
        """Return the words of a name, the last first, without countries, initials."""
        found: list[str] = []
        while at < end:
            begin = at
            while at < end and not self.text[at].isspace():
                at += 1
            size = at - begin
            short = size == 1 or (size == 2 and self.text[begin + 1] == ".")
            if not short and not self._is_place(begin):
                found.append(self.text[begin:at])
            at = self._blank_end(at, end)
        found.reverse()
        return tuple(found)

    def _is_place(self, at: int) -> bool:
        """Whether a character belongs to the name of a country."""
        number = self.places.first_from(at + 1) - 1
        return number >= 0 and at < self.places.ends[number]

    def _recalled(self, post: Post, words: tuple[str, ...]) -> Region | None:
        """Return the region of an office by the name of the person who bears it."""
        if self._is_known(words):
            headline = len(words) > 1 and self._is_titled(post)
            for cut in range(len(words) if headline else 1):
                found = region_of_name(words[cut:], self.memory, post.start)
                if found is not None:
                    code, word = found
                    return Region(code, word) if code else None
        names = last_names()
        for word in words[:-1]:
            if word.lower() in names:
                told = holder(words)
                return None if told is None else Region(*told)
        return None

    def _is_known(self, words: tuple[str, ...]) -> bool:
        """Whether the document says something of one of some names; quick."""
        if self.memory:
            for word in words:
                if word in self.memory:
                    return True
        return False

    def _plain(self, post: Post) -> Office:
        return Office(
            post.start,
            post.end,
            post.title,
            (post.low, post.high),
            post.led,
            post.followed,
            post.borne,
        )


def _is_capital(code: int) -> bool:
    """Whether a character is a capital of Latin-1: A to Z, À to Ö, Ø to Þ."""
    return 65 <= code <= 90 or (192 <= code <= 222 and code != 215)
