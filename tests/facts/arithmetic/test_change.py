from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.facts.arithmetic.change import Ground, considerable_change, modification, value_change

MILLION = 100_000_000
amounts = st.integers(0, 10**12)


@pytest.mark.parametrize(
    ("old", "new", "percent", "met"),
    [
        ("4.0", "4.9", "22.5", False),
        ("1.6", "2.1", "31.25", True),
        ("1.0", "1.45", "45", False),
        ("2.0", "2.5", "25", True),
    ],
)
def test_the_threshold_at_its_bounds(old: str, new: str, percent: str, met: bool) -> None:
    """Procurement notes 1.6."""
    original, proposed = (int(Decimal(millions) * MILLION) for millions in (old, new))
    found = considerable_change(original, proposed, attributable=True)
    assert (found.value.percent, found.value_limb, found.met) == (Decimal(percent), met, met)


def test_a_penny_below_either_limit_is_not_met() -> None:
    assert not considerable_change(2 * MILLION, 250_000_000 - 1, attributable=True).met
    assert not considerable_change(2 * MILLION + 4, 2 * MILLION + 4 + 50_000_000, attributable=True).met


def test_a_share_just_short_of_the_limit_never_reads_as_the_limit() -> None:
    found = value_change(2 * MILLION + 4, 50_000_000)
    assert (found.percent, found.reaches_share, found.reaches_value) == (Decimal("24.99"), False, True)


def test_a_change_that_is_not_the_authoritys_does_not_count() -> None:
    assert not considerable_change(2 * MILLION, 4 * MILLION, attributable=False).met


def test_external_factors_excuse_the_value_but_not_a_different_character() -> None:
    big = (2 * MILLION, 4 * MILLION)
    assert not considerable_change(*big, attributable=True, external_factors=True).met
    different = considerable_change(*big, attributable=True, external_factors=True, materially_different=True)
    assert different.value_limb
    assert different.met


def test_succession_excuses_a_different_character_unless_the_value_limb_is_met() -> None:
    same_value = considerable_change(
        MILLION, MILLION, attributable=True, materially_different=True, succession_only=True
    )
    assert not same_value.met
    dearer = considerable_change(
        MILLION, 2 * MILLION, attributable=True, materially_different=True, succession_only=True
    )
    assert (dearer.materially_different, dearer.value_limb) == (True, True)


def test_a_fall_in_value_does_not_meet_the_threshold() -> None:
    assert not considerable_change(4 * MILLION, MILLION, attributable=True).met


def test_a_contract_of_no_value_has_no_percentage() -> None:
    found = value_change(0, 50_000_000)
    assert found.percent is None
    assert found.reaches_both
    assert not value_change(0, 0).reaches_share


def test_a_negative_value_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        value_change(-1, 0)


@pytest.mark.parametrize(
    ("original", "change", "allowed", "notice"),
    [
        ("10", "2.0", True, True),
        ("1.0", "0.4", True, False),
        ("1.6", "0.5", False, True),
        ("2.0", "0.5", False, True),
    ],
)
def test_modifications_at_the_bounds(original: str, change: str, allowed: bool, notice: bool) -> None:
    """Procurement notes 1.11."""
    value, cumulative = (int(Decimal(millions) * MILLION) for millions in (original, change))
    found = modification(value, cumulative, attributable=True)
    assert (found.allowed, found.notice) == (allowed, notice)
    assert found.grounds == ((Ground.BELOW_LIMITS,) if allowed else ())


def test_limbs_that_need_the_same_character() -> None:
    grounds = {
        "provided_for": True,
        "succession_only": True,
        "external_factors": True,
        "direct_award_a_or_b": True,
    }
    same = modification(MILLION, 1, attributable=True, **grounds)
    assert same.grounds == tuple(Ground)
    different = modification(MILLION, 1, attributable=True, materially_different=True, **grounds)
    assert different.grounds == (Ground.PROVIDED_FOR, Ground.SUCCESSION)


def test_a_fall_counts_by_its_size_and_is_marked() -> None:
    found = modification(2 * MILLION, -50_000_000, attributable=True)
    assert (found.allowed, found.notice, found.is_decrease) == (False, True, True)


def test_a_change_nobody_decided_needs_a_ground_but_no_notice() -> None:
    for change in (1, MILLION):
        found = modification(2 * MILLION, change, attributable=False)
        assert (found.allowed, found.notice) == (False, False)


@given(amounts, amounts)
def test_the_two_tests_mirror_each_other(original: int, rise: int) -> None:
    considerable = considerable_change(original, original + rise, attributable=True)
    assert considerable.met is not modification(original, rise, attributable=True).allowed


@given(amounts, amounts, st.integers(0, 10**9))
def test_a_greater_rise_never_unmeets_the_threshold(original: int, rise: int, more: int) -> None:
    small = considerable_change(original, original + rise, attributable=True)
    great = considerable_change(original, original + rise + more, attributable=True)
    assert great.met >= small.met
