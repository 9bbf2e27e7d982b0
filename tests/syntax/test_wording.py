from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.syntax.grammar import STARTS
from clausecheck.syntax.tree import Unread
from clausecheck.syntax.values import read_value
from clausecheck.syntax.wording import expected, phrases

# Words in capitals that a drafter writes.
OWN_WORDS = {"CLAUSECHECK", "FRAGMENT", "INCLUDE", "DEFINE", "WAIVE", "VAT"}


def names_a_terminal(words: str) -> bool:
    return any(re.search(rf"\b{name}\b", words) for name in set(phrases()) - OWN_WORDS)


def test_no_phrase_names_a_terminal() -> None:
    assert [phrase for phrase in phrases().values() if names_a_terminal(phrase)] == []


def test_phrases_are_in_a_drafters_words() -> None:
    for phrase in phrases().values():
        assert re.fullmatch(r"[\w ,=&£%/\[\].-]+", phrase), phrase
        assert not set(re.findall(r"\b[A-Z_]{3,}\b", phrase)) - OWN_WORDS, phrase


@pytest.mark.parametrize(
    ("terminals", "said"),
    [
        ([], ""),
        (["NUMBER"], "a number"),
        (["NUMBER", "MONEY"], "an amount such as £350,000 or a number"),
        (["NUMBER", "MONEY", "PERCENT"], "an amount such as £350,000, a percentage such as 45% or a number"),
        (["DATE", "ISO_DATE", "NUMERIC_DATE"], "a date such as 1 April 2026"),
        (["PAREN", "COMMA", "REMARK"], "a comma or a remark in brackets"),
        (["MARK", "NOTE", "$END", "nonsense"], ""),
    ],
)
def test_what_could_have_stood_there_is_said_as_a_list(terminals: list[str], said: str) -> None:
    assert expected(terminals) == said


def test_no_more_than_the_likeliest_are_said() -> None:
    assert expected(phrases(), most=2).count(" or ") == 1
    assert "," not in expected(["NUMBER", "MONEY", "PERCENT"], most=2).replace("£350,000", "")


@settings(deadline=None)
@given(st.sampled_from([start for start in STARTS if start != "draft"]), st.text(max_size=30))
def test_no_message_ever_names_a_terminal(shape: str, text: str) -> None:
    unread = read_value(shape, text.replace("\n", " "))
    if isinstance(unread, Unread):
        assert not names_a_terminal(expected(unread.expected))


@settings(deadline=None)
@given(st.sets(st.sampled_from(sorted(phrases()))))
def test_the_order_of_terminals_is_no_matter(terminals: set[str]) -> None:
    assert expected(sorted(terminals)) == expected(sorted(terminals, reverse=True))
