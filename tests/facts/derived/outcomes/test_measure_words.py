"""What the words of a measure settle, in the turns of phrase that drafts use."""

from __future__ import annotations

import pytest

from clausecheck.facts.derived.outcomes import measure_words
from clausecheck.facts.derived.outcomes.measure_lines import denies, named


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("people who say that the staff caring for them work well together", True),
        ("respondents who answer always or mostly", True),
        ("carers reporting better sleep", True),
        ("GP Patient Survey", True),
        ("patient-reported outcome measure", True),
        ("people whose EQ-5D-5L index rises", True),
        ("people who reach the goals they set", True),
        ("emergency admissions reported by the trust", False),
        ("people at home on day 91 after discharge", False),
        ("days in hospital", False),
    ],
)
def test_measures_that_ask_people(words: str, asks: bool) -> None:
    assert measure_words.asks_people(words) is asks


@pytest.mark.parametrize(
    ("words", "sees"),
    [
        ("results in the most deprived fifth of the population", True),
        ("by IMD quintile", True),
        ("people with a learning disability", True),
        ("by ethnicity", True),
        ("age and sex", False),
        ("equipment delivered within a week", False),
    ],
)
def test_measures_that_look_at_inequality(words: str, sees: bool) -> None:
    assert measure_words.looks_at_inequality(words) is sees


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("at most 225, the England average", "England average"),
        ("at least 100% of the national average", "national average"),
        ("the median of peers", "median of peers"),
        ("top quartile of trusts", "top quartile"),
        ("compared with similar areas", "compared with similar areas"),
        ("ranked among practices", "ranked among practices"),
        ("variation between practices in referral", "variation between practices"),
        ("people in the top decile of risk of admission", ""),
        ("admission rate in other specialties", ""),
        ("people at a similar level of need", ""),
        ("people who move between providers", ""),
        ("at least 92%, the national standard", ""),
        ("handover between wards within an hour", ""),
        ("national PROMs collection", ""),
        ("reported at regional level", ""),
    ],
)
def test_figures_of_others(words: str, figure: str) -> None:
    assert measure_words.outside_figure(words) == figure


@pytest.mark.parametrize(
    ("words", "rests"),
    [
        ("at least 100% of the national average", True),
        ("5 percentage points above the England average", True),
        ("England average", True),
        ("as a share of the England rate", True),
        ("at least 86%, the national average", False),
        ("at least 86% (national average in 2024/25)", False),
        ("above the national average for 2024/25", False),
        ("at least 86%", False),
    ],
)
def test_a_line_rests_on_a_figure_that_it_does_not_give(words: str, rests: bool) -> None:
    assert measure_words.rests_on_outside_figure(words) is rests


@pytest.mark.parametrize(
    ("words", "falls_back"),
    [
        ("where it is not published, last year's figure", True),
        ("if the national value is not available by June the measure is left out", True),
        ("by the last published figure", True),
        ("if the audit ceases", True),
        ("left out of both the score and its total", True),
        ("published each June", False),
        ("if the target is met", False),
    ],
)
def test_what_holds_where_a_figure_is_not_published(words: str, falls_back: bool) -> None:
    assert measure_words.falls_back(words) is falls_back


@pytest.mark.parametrize(
    ("words", "follows"),
    [
        ("at least 95% complete, or the measure is not paid", True),
        ("95% complete; below that the measure is left out", True),
        ("95% complete, failing which last year's figure holds", True),
        ("a measure short of 95% is unpaid", True),
        ("under 50% returned, the measure is left out of that year", True),
        ("with fewer than 65% of forms returned the outcome earns nothing", True),
        ("at least 95% complete", False),
        ("no fewer than 95% of forms, each month", False),
        ("no less than 95% complete, in a monthly report", False),
    ],
)
def test_what_follows_from_poor_data(words: str, follows: bool) -> None:
    assert measure_words.says_what_follows(words) is follows


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("discharges as defined in the NHS Outcomes Framework", "NHS Outcomes Framework"),
        ("defined by NHS England", "NHS England"),
        ("as defined in the NHS Outcomes Framework 2022", ""),
        ("as defined in the NHS Data Dictionary, version 3", ""),
        ("as defined in Schedule 4", ""),
        ("people defined by the practice as frail", ""),
    ],
)
def test_definitions_from_elsewhere(words: str, where: str) -> None:
    assert measure_words.defined_elsewhere(words) == where


@pytest.mark.parametrize(
    ("words", "floats"),
    [
        ("as amended from time to time", True),
        ("under the latest NHS England guidance", True),
        ("the then current version of the set", True),
        ("people in current treatment", False),
        ("version 2", False),
    ],
)
def test_definitions_that_change_by_themselves(words: str, floats: bool) -> None:
    assert bool(measure_words.floating(words)) is floats


@pytest.mark.parametrize(
    ("words", "divides"),
    [
        ("divided equally among the owners", True),
        ("Acute 60%, Community 40%", True),
        ("in proportion to their Gain shares", True),
        ("in the Shares of R1", True),
        ("pro rata to turnover", True),
        ("within 30 Operational Days of the report", False),
        ("5% of Budget", False),
    ],
)
def test_words_that_divide_money(words: str, divides: bool) -> None:
    assert measure_words.divides(words) is divides


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("none", True),
        ("None.", True),
        ("no standardisation", True),
        ("none at present", True),
        ("not yet", True),
        ("n/a", True),
        ("none, because all are of one age", False),
        ("none, since no published set covers it", False),
        ("no person may be refused by a provider", False),
        ("nothing below 95% is paid", False),
        ("by age and sex", False),
    ],
)
def test_a_line_that_denies_without_a_reason(words: str, denied: bool) -> None:
    assert denies(words) is denied


def test_a_long_list_is_cut_short() -> None:
    ids = [f"O{n}" for n in range(1, 13)]
    assert named(ids[:1]) == "O1"
    assert named(ids[:3]) == "O1, O2 and O3"
    assert named(ids[:9]) == "O1, O2, O3, O4, O5, O6, O7, O8 and O9"
    assert named(ids[:10]) == "O1, O2, O3, O4, O5, O6, O7, O8 and 2 more"
    assert named(ids) == "O1, O2, O3, O4, O5, O6, O7, O8 and 4 more"
