"""The notices of a PSR procurement, by route and by date."""

from __future__ import annotations

import pytest

from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.model.build import build
from clausecheck.source import source_from_text


def of(kind: str, text: str) -> list[Fact]:
    """The facts of a kind in a draft."""
    draft, _ = build(source_from_text(text, "example.clause"))
    return [fact for fact in extract(draft) if fact.kind == kind]


def psr(*lines: str, route: str = "most suitable provider process", regime: str = "PSR 2023") -> str:
    """A PROCUREMENT block with these lines."""
    return "\n  ".join(["PROCUREMENT PR1", f"Regime: {regime}", f"Route: {route}", *lines]) + "\n"


def notices(flag: str, text: str) -> list[object]:
    """The notices of a draft for which a flag holds."""
    return [fact.values["notice"] for fact in of("notice", text) if fact.values[flag]]


@pytest.mark.parametrize(
    ("route", "required"),
    [
        ("direct award process A", ["award"]),
        ("direct award process B", ["award"]),
        ("direct award process C", ["intention to award", "award"]),
        ("most suitable provider process", ["intended approach", "intention to award", "award"]),
        ("competitive process", ["intention to award", "award"]),
        ("framework direct award", ["award"]),
        ("framework competition", ["intention to award", "award"]),
        ("urgent award", ["award"]),
    ],
)
def test_each_route_has_its_notices(route: str, required: list[str]) -> None:
    assert notices("missing", psr(route=route)) == required
    every = (
        "Intended approach notice: published 5 January 2026",
        "Intention to award notice: published 2 February 2026",
        "Award notice: within 30 days of award",
    )
    strays = [name for name in ("intended approach", "intention to award", "award") if name not in required]
    assert notices("missing", psr(*every, route=route)) == []
    assert notices("out_of_place", psr(*every, route=route)) == strays


def test_a_notice_denied_is_missing_where_it_is_due_and_in_order_where_it_is_not() -> None:
    text = psr("Intention to award notice: none", route="direct award process A")
    assert notices("out_of_place", text) == []
    text = psr("Intention to award notice: not required", route="direct award process C")
    assert "intention to award" in notices("missing", text)


def test_a_time_limit_is_no_denial() -> None:
    assert "award" in notices("missing", psr("Award notice: no publication"))
    assert "award" not in notices("missing", psr("Award notice: no later than 30 days after award"))


def test_other_regimes_and_unknown_routes_have_no_psr_notices() -> None:
    assert of("notice", psr(regime="Procurement Act 2023")) == []
    assert of("notice", psr(route="[ ]")) == []


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("within 30 days of award", 0),
        ("within 31 days of award", 31),
        ("within 30 calendar days", 0),
        ("within 22 working days", 0),
        ("within 23 working days", 31),
        ("within 30 Operational Days", 42),
        ("within 4 weeks", 0),
        ("within 5 weeks", 35),
        ("within one month", 0),
        ("within 1 month", 0),
        ("within 2 months", 59),
        ("[ ]", 0),
        ("to be published", 0),
    ],
)
def test_a_planned_award_notice(line: str, days: int) -> None:
    facts = of("award_notice_late", psr(f"Award notice: {line}"))
    assert [fact.values["days"] for fact in facts] == ([days] if days else [])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("within 45 days", "is to follow 45 days after the award"),
        ("within 6 weeks", "is to follow 42 days after the award (6 weeks)"),
        ("within 30 working days", "is to follow at least 42 days after the award (30 working days)"),
        ("within 2 months", "is to follow at least 59 days after the award (2 months)"),
    ],
)
def test_a_late_award_notice_in_words(line: str, said: str) -> None:
    [found] = of("award_notice_late", psr(f"Award notice: {line}"))
    assert found.shown["said"] == said


@pytest.mark.parametrize(
    ("published", "late"), [("4 April 2026", False), ("5 April 2026", True), ("1 March 2026", False)]
)
def test_a_published_award_notice(published: str, late: bool) -> None:
    facts = of("award_notice_late", psr("Award date: 5 March 2026", f"Award notice: published {published}"))
    assert bool(facts) is late
    if facts:
        assert facts[0].values["days"] == 31
        assert facts[0].shown["last_day"] == ", so by 4 April 2026"


def test_a_published_notice_without_a_day_of_award_is_not_judged() -> None:
    assert of("award_notice_late", psr("Award notice: published 5 April 2026")) == []


@pytest.mark.parametrize(
    ("award", "too_soon"),
    [("18 January 2026", True), ("19 January 2026", False), ("1 January 2026", True)],
)
def test_fourteen_days_after_the_intended_approach(award: str, too_soon: bool) -> None:
    lines = (
        "Intended approach notice: published 5 January 2026",
        f"Intention to award notice: published {award}",
    )
    [fact] = of("intended_approach", psr(*lines))
    assert fact.values["too_soon"] is too_soon
    assert fact.shown["earliest"] == "19 January 2026"
    assert of("intended_approach", psr(*lines, route="competitive process")) == []


@pytest.mark.parametrize(
    ("written", "central"),
    [
        ("central digital platform", True),
        ("Find a Tender, with a copy on the ICB website", True),
        ("ICB website only", False),
    ],
)
def test_the_platform(written: str, central: bool) -> None:
    assert of("platform", psr(f"Platform: {written}"))[0].values["central"] is central
    assert of("platform", psr("Platform: [ ]")) == []
