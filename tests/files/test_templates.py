"""The environment of the templates of pages."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from padanan.files.templates import environment


def test_text_is_escaped() -> None:
    """What a page is given is text, whatever stands in it."""
    template = environment("padanan.render").from_string("<p>{{ text }}</p>")
    assert template.render(text='<b> & "x"') == "<p>&lt;b&gt; &amp; &#34;x&#34;</p>"


def test_a_missing_value_is_an_error() -> None:
    """A template never leaves out what it was not given."""
    with pytest.raises(UndefinedError):
        environment("padanan.render").from_string("{{ missing }}").render()


def test_lines_of_statements_leave_nothing() -> None:
    """Loops and conditions add no empty lines to a page."""
    template = environment("padanan.render").from_string(
        "a\n  {% for x in (1, 2) %}\n{{ x }}\n  {% endfor %}\nb"
    )
    assert template.render() == "a\n1\n2\nb"


def test_values_can_be_changed_first() -> None:
    """A page may refuse characters before its text is escaped."""
    found = environment("padanan.render", lambda value: str(value).upper())
    assert found.from_string("{{ text }}").render(text="a<") == "A&lt;"
