from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.model.form import STANDARD, read_form
from clausecheck.model.values import FormOf, Hole
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece


def form(text: str) -> FormOf | Hole:
    return read_form(Piece(text, Span(10, 10 + len(text))))


@pytest.mark.parametrize(
    ("text", "family", "edition", "length", "overlay"),
    [
        ("NHS Standard Contract 2026/27, full-length", STANDARD, "2026/27", "full-length", False),
        ("NHS Standard Contract 2026/2027 shorter form", STANDARD, "2026/27", "shorter form", False),
        ("NHS Standard Contract 2021-22, full-length", STANDARD, "2021/22", "full-length", False),
        ("NHS Standard Contract 2021\u20132022", STANDARD, "2021/22", None, False),
        ("NHS Standard Contract 2021 / 22", STANDARD, "2021/22", None, False),
        ("NHS Standard Contract 26/27, full-length", STANDARD, "2026/27", "full-length", False),
        ("NHS Standard Contract 2026 to 2027", STANDARD, "2026/27", None, False),
        ("NHS Standard Contract 26/28", STANDARD, None, None, False),
        ("NHS Standard Contract of 24/25/2026", STANDARD, None, None, False),
        ("NHS Standard Contract 2021-23", STANDARD, None, None, False),
        ("NHS Standard Contract of 2026-04-01", STANDARD, None, None, False),
        ("NHS Standard Contract of 2026-04-01, 2026-27", STANDARD, "2026/27", None, False),
        ("NHS standard contract", STANDARD, None, None, False),
        ("shorter-form contract 2025/26", STANDARD, "2025/26", "shorter form", False),
        ("shorter form", STANDARD, None, "shorter form", False),
        ("overlay on NHS Standard Contract 2025/26, full length", STANDARD, "2025/26", "full-length", True),
        ("ICP contract", "ICP contract", None, None, False),
        ("integrated care provider contract 2019/20", "ICP contract", "2019/20", None, False),
        ("section 75 agreement", "section 75 agreement", None, None, False),
        ("s.75 agreement", "section 75 agreement", None, None, False),
        ("memorandum of understanding", "memorandum of understanding", None, None, False),
        ("MoU between the parties", "memorandum of understanding", None, None, False),
        ("grant agreement", "grant agreement", None, None, False),
        ("APMS contract", "primary medical services contract", None, None, False),
        ("bespoke contract", "bespoke contract", None, None, False),
        ("letter of intent", "letter of intent", None, None, False),
    ],
)
def test_a_form_has_a_family_an_edition_and_a_length(
    text: str, family: str, edition: str | None, length: str | None, overlay: bool
) -> None:
    value = form(text)
    assert isinstance(value, FormOf)
    assert (value.family, value.edition, value.length, value.overlay) == (family, edition, length, overlay)


@pytest.mark.parametrize("text", ["[ ]", "[form]", "TBC", "TBA", "TBD"])
def test_a_form_may_be_a_hole(text: str) -> None:
    value = form(text)
    assert isinstance(value, Hole)
    assert value.raw == text


def test_words_about_a_hole_are_no_hole() -> None:
    assert isinstance(form("NHS Standard Contract [edition]"), FormOf)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_words_are_a_form_of_some_family(text: str) -> None:
    value = form(text)
    assert value.raw == text
    assert isinstance(value, Hole) or value.family
