"""The row formats: OmegaT, Weblate and machine translation."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given

from padanan.errors import ExchangeError
from padanan.exchange.formats import Dump, FormatOptions
from padanan.exchange.pairs import pairs
from padanan.exchange.row_formats import AWS, DEEPL, GOOGLE, OMEGAT, WEBLATE, RowFormat
from padanan.model import Concept, Glossary, Status, Term
from tests.concepts import lists_of_concepts
from tests.glossaries import mini, plain, whole
from tests.laws import examples


def text(dump: Dump) -> str:
    """Return the text of a dump."""
    return dump.files[0][1].decode()


def cells(dump: Dump) -> list[list[str]]:
    """Return the rows of a CSV file."""
    return list(csv.reader(io.StringIO(text(dump), newline="")))


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize(("form", "most"), [(DEEPL, 1024), (GOOGLE, 1023), (AWS, 200)])
@examples(30)
@given(concepts=lists_of_concepts())
def test_services_get_what_they_take(
    form: RowFormat, most: int, concepts: list[Concept], *, reverse: bool
) -> None:
    """Each source stands once, nothing is empty, long or lost in silence."""
    glossary = Glossary(tuple(concepts))
    dump = form.dumps(glossary, FormatOptions(reverse=reverse))
    if form is DEEPL:
        rows = [line.split("\t") for line in text(dump).split("\n")[:-1]]
    else:
        rows = cells(dump)[1:]
    sources = [row[0] for row in rows]
    assert len(set(sources)) == len(sources)
    for source, target, *_ in rows:
        assert source.strip() == source != ""
        assert target.strip() == target != ""
        assert max(len(source.encode()), len(target.encode())) <= most
    found = {(source, target) for source, target, *_ in rows}
    for pair in pairs(glossary, reverse=reverse):
        line = f"“{pair.source}” = “{pair.target}”"
        known = (pair.source, pair.target) in found
        assert known is not any(item.startswith(line) for item in dump.dropped)


def test_headings_say_the_direction() -> None:
    """Google and Amazon read the direction from the codes in the first row."""
    for reverse, codes in ((False, ["id", "en"]), (True, ["en", "id"])):
        options = FormatOptions(reverse=reverse)
        assert cells(AWS.dumps(mini(), options))[0] == codes
        assert cells(GOOGLE.dumps(mini(), options))[0] == [*codes, "pos", "description"]


def test_what_is_dropped_is_said() -> None:
    """Each line names the pair and the reason."""
    short = Glossary((plain("nota"), plain("n" * 201), plain("a\tb")))
    assert AWS.dumps(short, FormatOptions()).dropped == (
        "“a\tb” = “x” — U+0009 is not allowed in a line",
        f"“{'n' * 201}” = “x” — longer than 200 bytes",
    )
    assert (
        "“gencatan senjata” = “truce” — DeepL takes one equivalent per term, the first"
        in (DEEPL.dumps(mini(), FormatOptions()).dropped)
    )


@pytest.mark.parametrize(
    ("blank", "why"),
    [
        (" ", "nothing but spaces"),
        (" x", "spaces around it"),
        ("\u2028", "nothing but spaces"),
    ],
)
def test_blanks_are_dropped(blank: str, why: str) -> None:
    """Texts that a reader would strip are left out."""
    (line,) = DEEPL.dumps(Glossary((plain("nota", blank),)), FormatOptions()).dropped
    assert why in line


def test_weblate_tells_strings_apart() -> None:
    """Source and context together are there once."""
    rows = cells(WEBLATE.dumps(whole(), FormatOptions()))[1:]
    keys = {(source, context) for source, _, context, *_ in rows}
    assert len(keys) == len(rows)


def test_weblate_says_what_it_refuses() -> None:
    """What begins like a formula or has a backslash is left out and said."""
    glossary = Glossary((plain("=nota"), plain("a\\b"), plain("a\nb")))
    dump = WEBLATE.dumps(glossary, FormatOptions())
    assert len(cells(dump)) == 1
    assert [line.partition(" — ")[2] for line in dump.dropped] == [
        "Weblate refuses what begins like a formula",
        "U+000A is not allowed in a line",
        "a backslash is read as a mark",
    ]


def test_weblate_remarks_are_harmless() -> None:
    """A sense that looks like a formula stands in brackets."""
    dump = WEBLATE.dumps(Glossary((plain("nota", "note", "=1+1"),)), FormatOptions())
    assert cells(dump)[1][2] == "(=1+1)"


def test_omegat_comment_says_where_it_holds() -> None:
    """Region and condition are in words before the definition."""
    lines = text(OMEGAT.dumps(mini(), FormatOptions())).split("\n")
    assert "Menlu\tSecretary of State\tfor the United States" in lines
    assert "Menlu\tforeign minister" in lines
    (lull,) = (line for line in lines if line.startswith("gencatan senjata\tlull"))
    assert "\tafter “masa” or “jeda” · Halt to fighting" in lull


def test_omegat_line_with_hash_is_kept() -> None:
    """A term that would be a comment gets a space, and comes back without it."""
    glossary = Glossary((plain("#tagar", "hashtag"),))
    dump = OMEGAT.dumps(glossary, FormatOptions())
    assert text(dump) == " #tagar\thashtag\n"
    again = OMEGAT.loads(dump.files[0][1], "a.txt")
    assert [(c.term, c.equivalent) for c in again.concepts] == [("#tagar", "hashtag")]


def test_omegat_rows_of_a_term_are_one_concept() -> None:
    """The targets of a source term are its equivalents, comments its notes."""
    data = b"nota\tnote\tresmi\nnota\tmemo\nnota\tnote\tresmi\n\n# x\ty\n"
    (concept,) = OMEGAT.loads(data, "a.txt").concepts
    assert concept.equivalents == (Term("note"), Term("memo", Status.ADMITTED))
    assert concept.notes == ("resmi",)


@pytest.mark.parametrize("line", ["nota", "nota\t", "\tnote", "nota note"])
def test_omegat_line_without_pair_is_told(line: str) -> None:
    """A line that has no pair is named."""
    with pytest.raises(ExchangeError, match=r"^a\.txt:2: no tab between"):
        OMEGAT.loads(f"visa\tvisa\n{line}\n".encode(), "a.txt")


def test_fuzzy_is_told_to_weblate() -> None:
    """A concept that is not reviewed needs editing in Weblate too."""
    glossary = Glossary((plain("nota")._replace(fuzzy=True),))
    assert cells(WEBLATE.dumps(glossary, FormatOptions()))[1][3] == "True"
