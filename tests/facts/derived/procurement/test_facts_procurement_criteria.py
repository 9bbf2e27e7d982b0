"""The five key criteria of PSR reg 5, and their weights."""

from __future__ import annotations

import pytest

from clausecheck.facts.derived.procurement.criteria import criteria_in
from clausecheck.facts.extract import extract
from clausecheck.facts.fact import Fact
from clausecheck.model.build import build
from clausecheck.source import source_from_text


def of(kind: str, text: str) -> list[Fact]:
    """The facts of a kind in a draft."""
    draft, _ = build(source_from_text(text, "example.clause"))
    return [fact for fact in extract(draft) if fact.kind == kind]


def psr(*lines: str, route: str = "competitive process", regime: str = "PSR 2023") -> str:
    """A PROCUREMENT block with these lines."""
    return "\n  ".join(["PROCUREMENT PR1", f"Regime: {regime}", f"Route: {route}", *lines]) + "\n"


FIVE = (
    "quality and innovation: 30%",
    "value: 20%",
    "integration, collaboration and service sustainability: 25%",
    "improving access, reducing health inequalities and facilitating choice: 15%",
    "social value: 10%",
)


def listed(*criteria: str, route: str = "competitive process") -> Fact:
    """The key criteria of a draft that lists these."""
    [fact] = of("key_criteria", psr("Key criteria:", *(f"  - {each}" for each in criteria), route=route))
    return fact


def test_all_five_at_100() -> None:
    fact = listed(*FIVE)
    assert (fact.values["all_five"], fact.values["whole"], fact.values["weights_known"]) == (True, True, True)


@pytest.mark.parametrize("left_out", range(5))
def test_each_of_the_five_is_missed(left_out: int) -> None:
    fact = listed(*(each for n, each in enumerate(FIVE) if n != left_out))
    assert fact.values["all_five"] is False
    assert fact.shown["missing"] == FIVE[left_out].split(":")[0]
    rest = 100 - int(FIVE[left_out].split(": ")[1].rstrip("%"))
    assert fact.shown["weighed"] == f"; the rest make {rest}%"


@pytest.mark.parametrize(
    ("last", "whole", "total"),
    [("10%", True, 1_000_000), ("9.99%", False, 999_900), ("10.01%", False, 1_000_100)],
)
def test_a_hundredth_of_a_point_is_seen(last: str, whole: bool, total: int) -> None:
    fact = listed(*FIVE[:-1], f"social value: {last}")
    assert (fact.values["whole"], fact.values["total"]) == (whole, total)


@pytest.mark.parametrize("last", ["social value: [ ]%", "social value"])
def test_a_weight_still_to_come_leaves_the_total_open(last: str) -> None:
    fact = listed(*FIVE[:-1], last)
    assert fact.values["all_five"] is True
    assert fact.values["weights_known"] is False


@pytest.mark.parametrize(
    ("name", "criteria"),
    [
        ("Quality", ("quality and innovation",)),
        ("value for money", ("value",)),
        ("social value", ("social value",)),
        ("value, including social value", ("value", "social value")),
        ("sustainability of services", ("integration, collaboration and service sustainability",)),
        ("accessibility", ("improving access, reducing health inequalities and facilitating choice",)),
        ("brand strength", ()),
        ("", ()),
    ],
)
def test_names_of_criteria(name: str, criteria: tuple[str, ...]) -> None:
    assert criteria_in(name) == criteria


def test_a_criterion_of_the_drafts_own_is_not_known() -> None:
    facts = of("criterion", psr("Key criteria:", "  - value: 95%", "  - brand strength: 5%"))
    assert [(fact.shown["written"], fact.values["known"]) for fact in facts] == [
        ("value", True),
        ("brand strength", False),
    ]


@pytest.mark.parametrize(
    ("route", "needed"),
    [
        ("direct award process C", True),
        ("most suitable provider process", True),
        ("direct award process B", False),
    ],
)
def test_which_routes_need_them(route: str, needed: bool) -> None:
    assert listed("value: 100%", route=route).values["needed"] is needed


def test_a_line_that_was_not_read_may_hold_the_rest() -> None:
    fact = of("key_criteria", psr("Gibberish of some kind: 12", "Key criteria:", "  - value: 90%"))[0]
    assert (fact.values["read_in_full"], fact.values["weights_known"]) == (False, False)


def test_no_list_and_no_psr_give_nothing() -> None:
    assert of("key_criteria", psr()) == []
    assert of("key_criteria", psr("Key criteria:", "  - value: 90%", regime="Procurement Act 2023")) == []


def on_line(line: str, *more: str) -> Fact:
    """The key criteria of a draft that lists them on one line."""
    [fact] = of("key_criteria", psr(f"Key criteria: {line}", *more))
    return fact


ONE_LINE = (
    "quality and innovation 30%, value 20%, integration, collaboration and service sustainability 25%, "
    "improving access, reducing health inequalities and facilitating choice 15%, social value {last}"
)


@pytest.mark.parametrize(
    ("last", "whole", "total"),
    [("10%", True, 1_000_000), ("9.99%", False, 999_900), ("10.01%", False, 1_000_100)],
)
def test_one_line_is_read_as_bullets_are(last: str, whole: bool, total: int) -> None:
    fact = on_line(ONE_LINE.format(last=last))
    values = [fact.values[name] for name in ("all_five", "read_in_full", "weights_known", "whole", "total")]
    assert values == [True, True, True, whole, total]


def test_one_line_names_each_criterion_where_it_stands() -> None:
    text = psr("Key criteria: " + ONE_LINE.format(last="10%"))
    facts = of("criterion", text)
    assert [text[fact.span.start : fact.span.end] for fact in facts] == [each.split(":")[0] for each in FIVE]
    assert [fact.values["percent"] for fact in facts] == [300_000, 200_000, 250_000, 150_000, 100_000]


@pytest.mark.parametrize(
    "line",
    [
        "quality (30%), value (20%), integration (20%), access (20%), social value (10%)",
        "quality: 30 per cent; value: 20 per cent; integration: 20%; choice: 20%; social value: 10%",
        "30% quality, 20% value, 20% integration, 20% access and 10% social value",
        "quality - 30%, price - 20%, collaboration - 20%, inequalities - 20% and social value - 10%",
        "quality 30%, value 20%, integration 20%, access 20%, social value 10%, under PSR reg 5",
    ],
)
def test_ways_to_write_weights(line: str) -> None:
    fact = on_line(line)
    assert fact.shown["sum"] == "30 + 20 + 20 + 20 + 10 = 100"
    assert (fact.values["all_five"], fact.values["weights_known"]) == (True, True)


@pytest.mark.parametrize(
    "line",
    [
        "quality 60%, price 50% (of which social value 10%)",
        "quality, value, integration, access and social value 20% each",
        "20% to 30% quality, value 50%",
        "quality at least 20%, value 50%",
        "quality [ ]%, value 20%",
        "all five of PSR reg 5, social value 10%",
        "quality, value and social value",
    ],
)
def test_weights_that_cannot_be_added_are_not_known(line: str) -> None:
    assert on_line(line).values["weights_known"] is False


def test_words_name_the_five_without_weights() -> None:
    assert on_line("all five key criteria of PSR reg 5, as weighted in the invitation").values["all_five"]
    fact = on_line("quality, value and social value")
    assert fact.values["missing_count"] == 2
    assert fact.values["read_in_full"] is True


@pytest.mark.parametrize(
    "line", ["quality and value, as set out in the invitation", "quality [ ]%, value 5%"]
)
def test_a_line_that_points_elsewhere_or_is_open_lacks_nothing_for_certain(line: str) -> None:
    assert on_line(line).values["read_in_full"] is False


@pytest.mark.parametrize("line", ["as in the invitation to tender", "[ ]", "to be agreed"])
def test_a_line_that_names_none_is_no_list(line: str) -> None:
    assert of("key_criteria", psr(f"Key criteria: {line}")) == []


def test_an_unknown_name_is_a_criterion_only_with_a_weight() -> None:
    assert [
        fact.shown["written"] for fact in of("criterion", psr("Key criteria: value 95%, brand strength 5%"))
    ] == [
        "value",
        "brand strength",
    ]
    assert [
        fact.shown["written"] for fact in of("criterion", psr("Key criteria: value, brand strength"))
    ] == ["value"]


def test_words_before_bullets_are_a_remark() -> None:
    fact = on_line("as published, 100% in all", *(f"  - {each}" for each in FIVE))
    assert fact.shown["sum"].endswith("= 100")
