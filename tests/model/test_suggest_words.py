from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.model.suggest import MOST, did_you_mean, is_slip, listed, nearest, suggestion
from clausecheck.model.vocabulary import HEADS

LABELS = sorted({label.name for head in HEADS for label in head.labels})
WORDS = st.text(st.sampled_from("abeilnst "), max_size=12)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Basline", "Baseline"),
        ("baseline", "Baseline"),
        ("Baselines", "Baseline"),
        ("Bsaeline", "Baseline"),
        ("Counterfactaul", "Counterfactual"),
        ("Date Expiry", "Expiry Date"),
        ("Service Commencment Date", "Service Commencement Date"),
        ("Reconcilation", "Reconciliation"),
    ],
)
def test_what_was_meant_is_found_among_all_labels(written: str, meant: str) -> None:
    assert nearest(written, LABELS)[0] == meant


@pytest.mark.parametrize("written", ["Xylophone", "", "   ", "zzz", "Q"])
def test_nothing_is_suggested_where_nothing_is_near(written: str) -> None:
    assert nearest(written, LABELS) == ()


def test_equally_near_words_come_together() -> None:
    assert nearest("gain", ["gain only", "gain both", "loss only"]) == ("gain both", "gain only")


def test_there_are_never_more_than_a_reader_takes_in() -> None:
    assert len(nearest("word", [f"word{n}" for n in range(9)])) == MOST


def test_a_page_of_text_is_near_to_nothing_and_soon_done() -> None:
    assert nearest("Bx" * 100_000, LABELS) == ()


@settings(deadline=None)
@given(st.sampled_from(LABELS))
def test_a_word_is_nearest_to_itself(word: str) -> None:
    assert nearest(word, LABELS)[0] == word


@settings(deadline=None)
@given(WORDS, st.lists(WORDS))
def test_suggestions_are_known_words_each_once_and_in_a_fixed_order(written: str, known: list[str]) -> None:
    found = nearest(written, known)
    assert set(found) <= set(known)
    assert len(set(found)) == len(found) <= MOST
    assert nearest(written, list(reversed(known))) == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["a"], '. Did you mean "a"?'),
        (["a", "b"], '. Did you mean "a" or "b"?'),
        (["a", "b", "c"], '. Did you mean "a", "b" or "c"?'),
    ],
)
def test_suggestions_are_asked_about(words: list[str], said: str) -> None:
    assert did_you_mean(words) == said


@pytest.mark.parametrize(("written", "meant"), [("fro", "for"), ("IBC", "ICB"), ("parti", "party")])
def test_short_words_with_letters_moved_or_changed_are_near(written: str, meant: str) -> None:
    assert nearest(written, ["for", "ICB", "party", "amount"]) == (meant,)


def test_two_letters_are_too_few_to_tell_a_swap_from_another_name() -> None:
    assert nearest("12", ["21"]) == ()
    assert not is_slip("12", "21")


def test_a_suggestion_on_one_line_follows_a_semicolon() -> None:
    assert suggestion("parti", ["party", "amount"]) == '; did you mean "party"?'
    assert suggestion("xyz", ["party", "amount"]) == ""


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_words_are_listed(words: list[str], said: str) -> None:
    assert listed(words) == said
    assert listed(words, "and") == said.replace(" or ", " and ")
