"""The colours of the classes: readable in light and dark, told apart by all readers."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import combinations

import pytest

from padanan.render.classes import CLASSES

STYLE = (files("padanan.render") / "templates" / "base.css").read_text(encoding="utf-8")
PAIR = re.compile(r"--([a-z]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)")
COLOURS = {name: (light, dark) for name, light, dark in PAIR.findall(STYLE)}

# Machado, Oliveira and Fernandes 2009, severity 1.0: what the eye makes of linear RGB.
BLINDNESS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> tuple[float, ...]:
    """Return red, green and blue of a colour, in proportion to light.

    Source: WCAG 2.2, definition of relative luminance.
    """
    parts = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return tuple(
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours.

    >>> round(contrast("000000", "ffffff"), 1)
    21.0
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ["ink", "muted", *CLASSES])
@pytest.mark.parametrize("ground", ["paper", "surface"])
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_has_the_contrast_of_aa(name: str, ground: str, scheme: int) -> None:
    """Every colour of text and lines has 4.5:1 on what it stands on (WCAG 1.4.3)."""
    assert contrast(COLOURS[name][scheme], COLOURS[ground][scheme]) >= 4.5


def style_of(kind: str) -> tuple[str, ...]:
    """Return what the lines of a class have beside their colour."""
    pattern = rf"^\.{kind} \.sample {{\n(.*?)^}}"
    rule = re.search(pattern, STYLE, re.MULTILINE | re.DOTALL)
    return tuple(line.strip() for line in rule[1].splitlines()) if rule else ()


def test_each_class_has_a_line_of_its_own() -> None:
    """The lines differ in more than colour (WCAG 1.4.1)."""
    assert len({style_of(kind) for kind in CLASSES}) == len(CLASSES)


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_that_look_alike_have_unlike_lines(blindness: str, scheme: int) -> None:
    """Solid and thick lines, the two most alike, differ in colour for everyone."""
    matrix = BLINDNESS[blindness]

    def seen(kind: str) -> list[float]:
        light = linear(COLOURS[kind][scheme])
        return [sum(m * p for m, p in zip(row, light, strict=True)) for row in matrix]

    alike = [(a, b) for a, b in combinations(CLASSES, 2) if _both_solid(a, b)]
    assert alike == [("offices", "relations")]
    for one, other in alike:
        difference = zip(seen(one), seen(other), strict=True)
        assert max(abs(a - b) for a, b in difference) > 0.1


def _both_solid(one: str, other: str) -> bool:
    """Tell whether the lines of two classes differ in their weight alone."""
    return not any(
        "style" in line or "background" in line
        for line in (*style_of(one), *style_of(other))
    )


def test_every_domain_has_a_class() -> None:
    """No domain of the glossary falls to the class of unknown ones by accident."""
    from padanan.model import DOMAINS

    assert sorted(sum(CLASSES.values(), ())) == sorted(DOMAINS)
