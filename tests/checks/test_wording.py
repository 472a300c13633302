"""What findings say in both languages of the interface."""

from __future__ import annotations

from string import Formatter

import pytest

from padanan.checks.table import TRANSLATION
from padanan.checks.wording import MOST, PHRASES, advice, filled
from padanan.language import ENGLISH
from padanan.language import INDONESIAN as ID


def blanks(template: str) -> set[str]:
    """Return the names of the blanks of a message."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_every_check_speaks_both_languages() -> None:
    """Each check of a translation has an Indonesian message with the same blanks."""
    for check in TRANSLATION:
        assert blanks(check.indonesian) == blanks(check.message), check.code
        assert " — " in check.indonesian, check.code


@pytest.mark.parametrize("name", PHRASES)
def test_every_phrase_is_in_both_languages(name: str) -> None:
    """Both texts of a phrase have the same blanks."""
    assert blanks(PHRASES[name].en) == blanks(PHRASES[name].id)
    assert PHRASES[name].en != PHRASES[name].id


def test_advice_has_a_phrase_for_every_number() -> None:
    """However many equivalents there are, advice is worded in both languages."""
    for number in range(MOST + 2):
        texts = [f"word{one}" for one in range(number)]
        for language in (ENGLISH, ID):
            said = filled("{it}", {"it": advice(texts)}, language)
            assert all(text in said for text in texts[:MOST])


def test_a_quoted_brace_is_only_a_brace() -> None:
    """What a text has is put in as it is, whatever it looks like."""
    said = filled("{it}", {"it": advice(["{term}", "{0.__class__}"])}, ID)
    assert said == "tulis “{term}” atau “{0.__class__}”"
