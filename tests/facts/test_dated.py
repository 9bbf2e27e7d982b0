"""The dated figures of the law: each counts on its own days, and the table says where each is from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from clausecheck.facts.dated import counting, figures_of

ACT = figures_of("procurement", "procurement-act")


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("central government", 139_688, 135_018),
        ("sub-central", 214_904, 207_720),
        ("light touch", 663_540, 663_540),
        ("light touch concession", 5_372_609, 5_372_609),
        ("works or concession", 5_372_609, 5_193_000),
        ("utilities", None, 415_440),
    ],
)
def test_thresholds_change_with_the_year_2026(name: str, before: int | None, after: int) -> None:
    found = [counting(ACT, name, day) for day in (date(2025, 12, 31), date(2026, 1, 1), None)]
    assert [each.value // 100 if each else None for each in found] == [before, after, after]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("large contract", 500_000_000),
        ("fewest indicators", 3),
        ("months between assessments", 12),
        ("payment", 30),
        ("standstill", 8),
        ("details notice", 30),
        ("details notice, light touch", 120),
        ("copy", 90),
        ("copy, light touch", 180),
        ("change on a ground", 50),
        ("change of term", 10),
        ("change without notice", 10),
        ("change without notice, works", 15),
        ("framework", 48),
        ("open framework", 96),
        ("reserved to a mutual", 60),
    ],
)
def test_the_act_counts_from_24_february_2025(name: str, value: int) -> None:
    assert counting(ACT, name, date(2025, 2, 23)) is None
    found = counting(ACT, name, date(2025, 2, 24))
    assert found is not None
    assert found.value == value


def test_no_two_figures_of_a_name_count_on_one_day() -> None:
    for figure in ACT:
        assert counting(ACT, figure.name, figure.valid_from) is figure
        if figure.valid_to is not None:
            assert counting(ACT, figure.name, figure.valid_to) is figure
            follows = counting(ACT, figure.name, figure.valid_to + timedelta(days=1))
            assert follows is not None


def test_every_figure_has_a_source_and_its_evidence() -> None:
    assert all(figure.source for figure in ACT)
    unread = [(figure.name, figure.valid_to) for figure in ACT if figure.evidence != "V"]
    assert unread == [("works or concession", date(2025, 12, 31))]


def test_a_figure_that_was_not_read_makes_no_error_by_itself() -> None:
    """PA001 is an error, so each such figure equals one that was read and still counts after it."""
    for figure in ACT:
        if figure.evidence != "V" and figure.valid_to is not None:
            later = figure.valid_to + timedelta(days=1)
            same = [each for each in ACT if each.value == figure.value and each.evidence == "V"]
            assert any(each.counts_on(figure.valid_to) and each.counts_on(later) for each in same)
