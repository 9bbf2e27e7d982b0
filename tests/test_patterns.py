"""A space in an expression stands for the spaces that a text may have there, and for nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.patterns import Pattern, even

RUNS = st.text(alphabet=" \t\u00a0\u2009", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r"pool manager", "pool  manager"),
        (r"pool manager", "pool\u00a0manager"),
        (r"pool[- ]manager", "pool \t manager"),
        (r"pool[ -]?manager", "pool  manager"),
        (r"pool ?manager", "pool  manager"),
        (r"(?:the |a )?pool", "the  pool"),
        (r"(?<=the )pool  (?=is)", "the\u00a0pool   is"),
        (re.escape("pool manager"), "pool  manager"),
        (r"[^ ;]+ is", "pool  is"),
        (r"a {2}b", "a  b"),
    ],
)
def test_an_expression_holds_however_words_are_spaced(expression: str, text: str) -> None:
    found = Pattern(expression, re.I).search(text)
    assert found is not None


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r"pool manager", "pool\nmanager"),  # words of two lines
        (r"pool manager", "poolmanager  x"),
        (r"no pool", "no  whirlpool"),
        (r"a\.b c", "axb  c"),
        (r"(?<=the )pool", "the  whirlpool"),
    ],
)
def test_an_expression_holds_nowhere_else(expression: str, text: str) -> None:
    assert Pattern(expression).search(text) is None


@given(st.lists(st.sampled_from(["the", "pool", "manager", "of", "Budget"]), min_size=2), st.data())
def test_a_text_and_its_evenly_spaced_form_hold_alike(words: list[str], data: st.DataObject) -> None:
    text = "".join(word + data.draw(RUNS) for word in words).rstrip()
    assert even(text) == " ".join(words)
    for expression in (
        r"\bpool manager\b",
        r"\bof the (?:Budget|pool)\b",
        r"(?:the |of ){2}\w+",
        r"(\w+) \1",
    ):
        found = [even(match[0]) for match in Pattern(expression).finditer(text)]
        assert found == [match[0] for match in Pattern(expression).finditer(even(text))]


def test_groups_keep_their_numbers_and_places() -> None:
    text = "held  by the\u00a0 pool manager"
    found = Pattern(r"(held|kept) by (the (pool) manager)").search(text)
    assert found is not None
    assert found.groups() == ("held", "the\u00a0 pool manager", "pool")
    assert text[found.start(3) : found.end(3)] == "pool"


def test_a_plain_text_is_searched_with_the_expression_as_written() -> None:
    pattern = Pattern(r"pool manager")
    assert pattern.search("the pool manager") is not None
    assert "spaced" not in vars(pattern)
