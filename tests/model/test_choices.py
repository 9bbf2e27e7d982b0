"""Lists of choices as drafters write them."""

from __future__ import annotations

import pytest
from model_views import label, value_of

from clausecheck.model.values import Choice, Unreadable
from clausecheck.model.vocabulary.types import LabelType, Shape

ROLE = label("PARTY", "Role")
CATEGORIES = label("CONTRACT", "Service categories")


@pytest.mark.parametrize(
    ("of", "text", "values"),
    [
        (ROLE, "Commissioner and Co-ordinating Commissioner", ("commissioner", "co-ordinating commissioner")),
        (ROLE, "commissioner & host", ("commissioner", "host")),
        (ROLE, "provider; and lead provider", ("provider", "lead provider")),
        (CATEGORIES, "A; A+E; CR", ("A", "A+E", "CR")),
        (CATEGORIES, "A, CS and D", ("A", "CS", "D")),
        (CATEGORIES, "CS; see Schedule 2A", ("CS",)),
    ],
)
def test_choices_may_be_joined_by_and_or_a_semicolon(
    of: LabelType, text: str, values: tuple[str, ...]
) -> None:
    value, notices = value_of(Shape.CHOICE, text, of)
    assert isinstance(value, Choice)
    assert (value.values, notices) == (values, [])
    starts = [span.start - 100 for span in value.spans]
    assert all(
        text[start:].casefold().startswith(said.casefold())
        for start, said in zip(starts, values, strict=True)
    )


def test_a_word_that_is_no_choice_is_said_whole() -> None:
    value, notices = value_of(Shape.CHOICE, "commissioner and funder", ROLE)
    assert isinstance(value, Unreadable)
    assert [notice.rule for notice in notices] == ["unknown-choice"]
    assert "commissioner and funder" in notices[0].message


@pytest.mark.parametrize(
    "text",
    [
        "the Provider Selection Regime",
        "the PSR",
        "PSR Regulations",
        "the Health Care Services (Provider Selection Regime) Regulations 2023",
    ],
)
def test_the_regime_goes_by_several_names(text: str) -> None:
    value, _ = value_of(Shape.CHOICE, text, label("PROCUREMENT", "Regime"))
    assert isinstance(value, Choice)
    assert value.values == ("PSR 2023",)


def test_an_article_may_stand_before_a_choice() -> None:
    value, notices = value_of(Shape.CHOICE, "the competitive process", label("PROCUREMENT", "Route"))
    assert isinstance(value, Choice)
    assert (value.values, notices) == (("competitive process",), [])
