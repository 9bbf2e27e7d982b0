from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model_views import label, placed, value_of

from clausecheck.model.draft import parts_in
from clausecheck.model.parts import free_text, parts_of
from clausecheck.model.reading import read_key
from clausecheck.model.values import (
    Amount,
    Choice,
    Count,
    Day,
    Duration,
    Hole,
    Measured,
    Money,
    Moneys,
    Names,
    Percent,
    Range,
    Shares,
    Text,
    Threshold,
    Unreadable,
    Votes,
    Year,
)
from clausecheck.model.vocabulary.types import Key, LabelType, Shape
from clausecheck.spans import Span
from clausecheck.syntax.tree import Piece

D = Decimal


def read(shape: Shape, text: str) -> Any:
    """A value that reads without a notice."""
    value, notices = value_of(shape, text)
    assert notices == []
    return value


def piece(text: str) -> Piece:
    return Piece(text, Span(100, 100 + len(text)))


def test_money_with_its_unit_and_vat() -> None:
    value = read(Shape.MONEY, "£350,000 per Contract Year excluding VAT, indexed")
    assert isinstance(value, Money)
    assert (value.pence, value.per, value.vat) == (35_000_000, "Contract Year", "excluding VAT")


def test_an_amount_is_money_or_a_percentage_and_may_be_for_a_party() -> None:
    money = read(Shape.AMOUNT, "£350,000 per Contract Year for Community")
    assert isinstance(money, Amount)
    assert money.money is not None
    assert money.party is not None
    assert (money.money.pence, money.party.id, money.percent) == (35_000_000, "Community", None)
    percent = read(Shape.AMOUNT, "2.5% of the Budget, first pound")
    assert percent.percent.value == D("2.5")
    assert (percent.percent.of, percent.money, percent.note) == ("Budget", None, "first pound")
    assert read(Shape.AMOUNT, "10% of Budget for Acute").party.id == "Acute"


def test_a_percentage_has_a_base_in_the_drafters_words() -> None:
    value = read(Shape.PERCENT, "3% of the Expected Annual Contract Value")
    assert isinstance(value, Percent)
    assert (value.value, value.of) == (D(3), "Expected Annual Contract Value")


def test_a_count_is_a_number_or_a_percentage() -> None:
    number = read(Shape.COUNT, "4 members, including at least 1 commissioner")
    assert isinstance(number, Count)
    assert number.number is not None
    assert (number.number.value, number.percent, number.note[:9]) == (D(4), None, "members, ")
    assert read(Shape.COUNT, "75% of votes cast").percent.of == "votes cast"


def test_a_date_may_have_words_around_it() -> None:
    value = read(Shape.DATE, "midnight on 13 February 2026, at the latest")
    assert isinstance(value, Day)
    assert (value.day, value.raw) == (date(2026, 2, 13), "13 February 2026")


def test_a_duration_may_have_words_around_it() -> None:
    value = read(Shape.DURATION, "within 60 Operational Days after each Contract Year, under SC36")
    assert isinstance(value, Duration)
    assert (value.count, value.raw) == (60, "60 Operational Days")
    assert [part.kind for part in value.rest] == ["reference"]


@pytest.mark.parametrize(
    ("text", "comparison", "low", "high"),
    [
        ("at least 86", "at least", 86, None),
        ("≥ 86", "at least", 86, None),
        (">= 86", "at least", 86, None),
        ("no less than 86", "at least", 86, None),
        ("not fewer than 86", "at least", 86, None),
        ("At Least 86", "at least", 86, None),
        ("at\xa0least 86", "at least", 86, None),
        ("at  least 86", "at least", 86, None),
        ("above 86", "above", 86, None),
        ("more than 86", "above", 86, None),
        ("> 86", "above", 86, None),
        ("at most 86", "at most", None, 86),
        ("≤ 86", "at most", None, 86),
        ("up to 86", "at most", None, 86),
        ("not more than 86", "at most", None, 86),
        ("below 86", "below", None, 86),
        ("fewer than 86", "below", None, 86),
        ("< 86", "below", None, 86),
        ("between 80 and 86", "between", 80, 86),
        ("between 80 to 86", "between", 80, 86),
        ("86", "exactly", 86, 86),
        ("248 beds", "exactly", 248, 248),
    ],
)
def test_a_target_binds_one_end_or_both(
    text: str, comparison: str, low: int | None, high: int | None
) -> None:
    value = read(Shape.THRESHOLD, text)
    assert isinstance(value, Threshold)
    assert (value.comparison, value.low, value.high) == (comparison, low, high)
    assert value.percent is False


def test_a_target_may_say_of_whom() -> None:
    value = read(Shape.THRESHOLD, "at least 70% of carers who answer by 31 March 2029")
    assert (value.low, value.percent, value.by.day) == (70, True, date(2029, 3, 31))
    value = read(Shape.THRESHOLD, "between 60% and 70% of people in P1, weighted by age")
    assert (value.low, value.high) == (60, 70)


def test_a_target_may_have_a_day_and_a_unit() -> None:
    value = read(Shape.THRESHOLD, "at least 86.5% by 31 March 2029")
    assert (value.low, value.percent, value.by.day) == (D("86.5"), True, date(2029, 3, 31))


def test_a_measured_value_has_a_period_and_a_number_counted() -> None:
    value = read(Shape.MEASURED, "81.5% in 2024/25, n=4,100")
    assert isinstance(value, Measured)
    assert value.period is not None
    assert (value.value, value.percent, value.period.label, value.n) == (D("81.5"), True, "2024/25", 4100)


@pytest.mark.parametrize(
    "text", ["248 per 1,000 in 2024/25, n=61,400", "248, measured in 2024/25, n = 61,400"]
)
def test_the_period_may_stand_further_on(text: str) -> None:
    value = read(Shape.MEASURED, text)
    assert (value.value, value.period.first, value.n) == (248, 2024, 61400)


@pytest.mark.parametrize(
    "text",
    [
        "17.5% for 2024/25 (1,260 people)",
        "17.5% in the year to 31 March 2025, from 1,260 discharges",
        "17.5% in the 12 months ended on 31 March 2025, n=1,260",
        "17.5% in Q4 2024/25, n=1,260",
        "17.5% in calendar year 2024, n=1,260",
        "17.5% in 2024, among 1,260 patients",
    ],
)
def test_a_baseline_is_read_as_people_write_it(text: str) -> None:
    value = read(Shape.MEASURED, text)
    assert (value.value, value.percent, value.n) == (D("17.5"), True, 1260)


def test_a_rate_per_thousand_people_counts_nobody() -> None:
    assert read(Shape.MEASURED, "248 per 1,000 people in 2024/25").n is None


@pytest.mark.parametrize(
    "text", ["none yet, measured from June 2026", "to be measured in Year 1", "not known"]
)
def test_a_baseline_that_is_not_measured_yet_is_a_hole(text: str) -> None:
    assert isinstance(read(Shape.MEASURED, text), Hole)


def test_no_cases_in_a_year_is_not_a_baseline_that_is_still_to_come() -> None:
    assert not isinstance(value_of(Shape.MEASURED, "none in 2024/25")[0], Hole)


def test_a_measured_value_may_be_of_a_day() -> None:
    assert read(Shape.MEASURED, "248 on 31 March 2025").on.day == date(2025, 3, 31)


@pytest.mark.parametrize(
    "text", ["248 beds, n=,", "248 beds, n=" + "9" * 30, "248 beds, n = many", "248 beds, n=1,2"]
)
def test_a_number_counted_that_is_none_is_left_out(text: str) -> None:
    assert read(Shape.MEASURED, text).n is None


def test_shares_keep_their_order_and_their_holes() -> None:
    value = read(Shape.SHARES, "ICB 45%, Acute Trust 15.5%, Council [ ]%; reviewed by [date]")
    assert isinstance(value, Shares)
    assert [(share.name.id, share.percent) for share in value.shares] == [
        ("ICB", D(45)),
        ("Acute Trust", D("15.5")),
        ("Council", None),
    ]
    assert [part.raw for part in value.rest] == ["[date]"]


def test_money_lists() -> None:
    value = read(Shape.MONEYS, "ICB £139m, Council £[ ]")
    assert isinstance(value, Moneys)
    assert [(share.name.id, share.pence) for share in value.shares] == [
        ("ICB", 13_900_000_000),
        ("Council", None),
    ]


def test_a_member_without_a_number_has_one_vote() -> None:
    value = read(Shape.VOTES, "ICB 2, Council, Acute [ ], Community 0 (observer)")
    assert isinstance(value, Votes)
    assert [(vote.name.id, vote.votes) for vote in value.votes] == [
        ("ICB", 2),
        ("Council", 1),
        ("Acute", None),
        ("Community", 0),
    ]


@pytest.mark.parametrize("text", ["ICB, Council", "ICB and Council", "ICB , Council,", "ICB  and\xa0Council"])
def test_names_are_parted_by_commas_and_by_and(text: str) -> None:
    value = read(Shape.NAMES, text)
    assert isinstance(value, Names)
    assert [name.id for name in value.names] == ["ICB", "Council"]


def test_a_word_with_and_in_it_is_one_name() -> None:
    assert [name.id for name in read(Shape.NAMES, "Sandwell, Rand and Andover").names] == [
        "Sandwell",
        "Rand",
        "Andover",
    ]


@pytest.mark.parametrize(
    "shape",
    [
        Shape.AMOUNT,
        Shape.PERCENT,
        Shape.COUNT,
        Shape.DATE,
        Shape.DURATION,
        Shape.THRESHOLD,
        Shape.MEASURED,
        Shape.NAMES,
    ],
)
@pytest.mark.parametrize("hole", ["[ ]", "TBC", "[insert [name] here]", "____"])
def test_any_value_may_be_a_hole(shape: Shape, hole: str) -> None:
    assert read(shape, hole) == Hole(
        span=Span(100, 100 + len(hole)), raw=hole, wants="insert [name] here" if "insert" in hole else ""
    )


def test_a_hole_inside_a_comparison_is_the_value() -> None:
    assert isinstance(read(Shape.THRESHOLD, "at least [ ]% by 31 March 2027"), Hole)


def test_what_stands_behind_a_value_is_looked_into() -> None:
    value = read(Shape.DATE, "1 April 2026, subject to [board approval] and SC36")
    assert [part.raw for part in parts_in(value)] == ["1 April 2026", "[board approval]", "SC36"]


# What cannot be read.


@pytest.mark.parametrize(
    ("shape", "text", "at"),
    [
        (Shape.MONEY, "350,000", "350,000"),
        (Shape.MONEY, "£14,20,000", "£"),
        (Shape.MONEY, "£14.2mm", "£"),
        (Shape.MONEY, "£14.2 milion", "milion"),
        (Shape.MONEY, "£14,200,000 000", "000"),
        (Shape.MONEY, "£14 200", "200"),
        (Shape.PERCENT, "45", "45"),
        (Shape.PERCENT, "45%%", "%"),
        (Shape.PERCENT, "45%5", "5"),
        (Shape.COUNT, "61,40", "6"),
        (Shape.COUNT, "4x", "x"),
        (Shape.COUNT, "24 0", "0"),
        (Shape.COUNT, "4.2.1", "4.2.1"),
        (Shape.DATE, "soon", "soon"),
        (Shape.DURATION, "ten", "ten"),
        (Shape.THRESHOLD, "at mots 240", "at"),
        (Shape.THRESHOLD, "at most 90% of the baseline", "the baseline"),
        (Shape.THRESHOLD, "at least 110% of last year", "last year"),
        (Shape.THRESHOLD, "at most 24 0 by 31 March 2027", "0 by 31 March 2027"),
        (Shape.MEASURED, "248, n = many", "many"),
        (Shape.MEASURED, "24 8 in 2024/25", "8 in 2024/25"),
        (Shape.SHARES, "ICB 45% Council 55%", "Council"),
        (Shape.SHARES, "ICB 4O%, Council 55%", "4"),
        (Shape.VOTES, "ICB 2.5, Council 1", "2.5"),
        (Shape.VOTES, "ICB 1.2.3", "1.2.3"),
        (Shape.NAMES, ", ICB", ","),
    ],
)
def test_a_slip_in_a_value_is_a_notice_where_it_is(shape: Shape, text: str, at: str) -> None:
    value, notices = value_of(shape, text)
    assert isinstance(value, Unreadable)
    (notice,) = notices
    assert notice.rule == "unread-value"
    start = notice.span.start - 100
    assert text[start:].startswith(at)
    assert notice.help == "for example: Label: an example"


def test_a_value_that_ends_too_soon_is_marked_whole() -> None:
    value, (notice,) = value_of(Shape.THRESHOLD, "at least")
    assert isinstance(value, Unreadable)
    assert notice.span == value.span
    assert "at its end" in notice.message


def test_what_cannot_be_read_keeps_its_parts() -> None:
    value, _ = value_of(Shape.MONEY, "about £5 under SC36 by 1 April 2026")
    assert isinstance(value, Unreadable)
    assert [part.kind for part in value.parts] == ["money", "reference", "date"]


def test_a_hole_in_what_cannot_be_read_is_the_only_finding() -> None:
    value, notices = value_of(Shape.MONEY, "[amount] to be settled")
    assert isinstance(value, Unreadable)
    assert notices == []
    assert [part.kind for part in value.parts] == ["hole"]


# Choices.

MODEL = label("CONTRACT", "Model")


def test_a_choice_is_kept_in_canonical_spelling() -> None:
    value, notices = value_of(Shape.CHOICE, "Lead  Provider", MODEL)
    assert isinstance(value, Choice)
    assert (value.values, notices) == (("lead provider",), [])


@pytest.mark.parametrize("text", ["alliance, with the council", "alliance (virtual)", "alliance; see below"])
def test_a_note_may_follow_a_choice(text: str) -> None:
    value, notices = value_of(Shape.CHOICE, text, MODEL)
    assert isinstance(value, Choice)
    assert (value.values, notices) == (("alliance",), [])


def test_several_choices_each_have_their_place() -> None:
    role = label("PARTY", "Role")
    value, notices = value_of(Shape.CHOICE, "commissioner,  co-ordinating commissioner", role)
    assert isinstance(value, Choice)
    assert notices == []
    assert value.values == ("commissioner", "co-ordinating commissioner")
    assert value.spans == ((100, 112), (115, 141))


def test_a_synonym_of_a_choice_is_accepted_with_a_safe_fix() -> None:
    kind = LabelType("Kind", Shape.CHOICE, "doc", "x", choices=("big",), choice_synonyms={"large": "big"})
    value, (notice,) = value_of(Shape.CHOICE, "Large, very", kind)
    assert isinstance(value, Choice)
    assert value.values == ("big",)
    assert notice.fix is not None
    (edit,) = notice.fix.edits
    assert (notice.rule, edit.text, edit.span, notice.fix.safety) == (
        "choice-synonym",
        "big",
        (100, 105),
        "safe",
    )


def test_a_choice_that_is_none_of_the_list_says_what_may_be_meant() -> None:
    value, (notice,) = value_of(Shape.CHOICE, "alliances", MODEL)
    assert isinstance(value, Unreadable)
    assert notice.message.endswith('Did you mean "alliance"?')
    assert notice.fix is not None
    assert notice.fix.safety == "changes legal meaning"
    assert "prime contractor" in notice.help


@pytest.mark.parametrize(
    ("text", "word", "note"),
    [
        ("yes", "yes", ""),
        ("No", "no", ""),
        ("Yes, under GC15", "yes", "under GC15"),
        ("no (see X)", "no", "see X)"),
    ],
)
def test_yes_or_no_may_be_explained(text: str, word: str, note: str) -> None:
    value = read(Shape.YES_NO, text)
    assert isinstance(value, Choice)
    assert (value.values, value.note) == ((word,), note)


@pytest.mark.parametrize("text", ["perhaps", "not yet", "yesterday", "none"])
def test_neither_yes_nor_no_is_a_notice(text: str) -> None:
    value, (notice,) = value_of(Shape.YES_NO, text)
    assert isinstance(value, Unreadable)
    assert notice.rule == "unknown-choice"


@pytest.mark.parametrize("shape", [Shape.CHOICE, Shape.YES_NO])
def test_a_choice_may_be_a_hole(shape: Shape) -> None:
    assert isinstance(value_of(shape, "[yes/no]", MODEL)[0], Hole)


# Keys and bands.


@pytest.mark.parametrize(
    ("text", "low", "high", "of"),
    [
        ("0% to 1% of Budget", 0, 1, "Budget"),
        ("1%–5% of the Budget", 1, 5, "Budget"),
        ("1% - 5%", 1, 5, None),
        ("above 5% of Budget", 5, None, "Budget"),
        ("below 1%", 0, 1, None),
        ("up to 1%", 0, 1, None),
        ("[ ] to 5%", None, 5, None),
    ],
)
def test_a_band_has_a_lower_and_an_upper_end(
    text: str, low: int | None, high: int | None, of: str | None
) -> None:
    value = read_key(Key.BAND, piece(text))
    assert isinstance(value, Range)
    assert (value.low, value.high, value.of, value.money) == (low, high, of, False)


def test_a_band_may_be_of_money() -> None:
    value = read_key(Key.BAND, piece("£100,000 to £1.5m"))
    assert isinstance(value, Range)
    assert (value.low, value.high, value.money) == (D(100_000), D(1_500_000), True)


def test_a_key_may_be_a_year() -> None:
    value = read_key(Key.YEAR, piece("2026/27"))
    assert isinstance(value, Year)
    assert value.first == 2026


@pytest.mark.parametrize(("key", "text"), [(Key.YEAR, "2026"), (Key.YEAR, "2026/27 on"), (Key.BAND, "5%")])
def test_a_key_that_is_not_of_its_kind_stays_text(key: Key, text: str) -> None:
    assert isinstance(read_key(key, piece(text)), Text)


def test_the_rule_of_a_band_is_a_share_list_or_words() -> None:
    assert isinstance(read(Shape.BAND_RULE, "ICB 50%, Acute 50%"), Shares)
    assert isinstance(read(Shape.BAND_RULE, "shared in the Shares"), Text)


def test_a_budget_may_be_an_amount_or_the_id_of_a_block() -> None:
    budget = label("RISK SHARE", "Budget")
    assert isinstance(value_of(budget.shape, "£14,200,000 per Contract Year", budget)[0], Amount)
    named, notices = value_of(budget.shape, "B1", budget)
    assert isinstance(named, Names)
    assert notices == []


# Free words.


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("the parties shall meet", []),
        ("£5 by 1 April 2026 under SC36", ["money", "date", "reference"]),
        ("within thirty (45) days of [date]", ["duration", "hole"]),
        ("to be agreed", ["hole"]),
        ("see Schedule 2A, clause 4.2", ["reference", "reference"]),
        ("30-day readmissions in 2024/25", ["number", "year"]),
    ],
)
def test_free_words_hold_values(text: str, kinds: list[str]) -> None:
    assert [part.kind for part in free_text(piece(text)).parts] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "[2024] EWCA Civ 1",
        "[2024] 1 WLR 123",
        "as held before [1]",
        "as held[1] before",
        "[a link](https://example.org)",
        "he wrote “thier [sic] share”",
        "section 75 [as amended]",
        "quoted [...] in part",
        "(a) and (b)",
    ],
)
def test_brackets_that_are_no_holes_are_passed_over(text: str) -> None:
    assert [part for part in parts_of(piece(text)) if part.kind == "hole"] == []


@pytest.mark.parametrize(
    "text", ["within [30] days", "[2024]", "[2] Operational Days", "by [1 April 2026]", "[1]%"]
)
def test_brackets_that_are_holes_are_not(text: str) -> None:
    assert [part.kind for part in parts_of(piece(text))].count("hole") == 1


# Any text at all.

SHAPES = st.sampled_from(list(Shape))
SCRAPS = st.sampled_from(
    [
        *(
            "ICB",
            "at least",
            "between 5 and",
            "to 5%",
            " of Budget",
            "per Contract Year",
            "excluding VAT",
            " for ",
        ),
        *(
            "£14.2m",
            "£[ ]",
            "45%",
            "[ ]",
            "[60]%",
            "TBC",
            "____",
            "1 April 2026",
            "31 April 2026",
            "01/04/2026",
        ),
        *(
            "2026/27",
            "Year 1",
            "10 days",
            "SC36",
            "61,400",
            "n=",
            "1.2.3",
            "in",
            "by",
            "(x)",
            '"q"',
            "“",
            "[",
            "]",
        ),
        *(
            ",",
            ";",
            ":",
            " ",
            " ",
            "\xa0",
            "\t",
            "–",
            "\u2011",
            "%",
            "£",
            "9999999999",
            "é",
            "ſ",
            "²",
            "٣",
            "yes",
        ),
    ]
)
TEXTS = (st.lists(SCRAPS, min_size=1, max_size=10).map("".join) | st.text(min_size=1, max_size=60)).map(
    lambda text: " ".join(text.split("\n")).strip() or "x"
)
LABELS = st.sampled_from(
    [None, MODEL, label("PARTY", "Role"), label("RISK SHARE", "Budget"), label("RISK SHARE", "Cap")]
)


@settings(deadline=None)
@given(SHAPES, TEXTS, LABELS)
def test_any_text_is_a_value_with_its_places(shape: Shape, text: str, of: LabelType | None) -> None:
    value, notices = value_of(shape, text, of)
    for part in placed(value):
        assert text[part.span.start - 100 : part.span.end - 100] == part.raw
    for notice in notices:
        assert 100 <= notice.span.start <= notice.span.end <= 100 + len(text)
        assert notice.fix is None or all(
            100 <= e.span.start <= e.span.end <= 100 + len(text) for e in notice.fix.edits
        )
    if isinstance(value, Unreadable):
        assert notices or any(part.kind == "hole" for part in value.parts)


@settings(deadline=None)
@given(st.sampled_from(list(Key)), TEXTS)
def test_any_text_is_a_key_with_its_places(key: Key, text: str) -> None:
    for part in placed(read_key(key, piece(text))):
        assert text[part.span.start - 100 : part.span.end - 100] == part.raw


@pytest.mark.parametrize("text", ["improved", "a timely response", "fewer falls"])
def test_an_aim_without_a_number_is_left_to_the_rules_on_targets(text: str) -> None:
    value, notices = value_of(Shape.THRESHOLD, text)
    assert (type(value), notices) == (Unreadable, [])
    assert value_of(Shape.MEASURED, text)[1]


@pytest.mark.parametrize("text", ["improved by 2 points", "as agreed", "maintained"])
def test_other_words_for_a_target_are_a_notice(text: str) -> None:
    assert value_of(Shape.THRESHOLD, text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "ICB 45%, Acute Trust 30%, Council 25%",
        "ICB 45%; Acute Trust 30%; Council 25%",
        "ICB 45%, Acute Trust 30% and Council 25%",
        "ICB 45%, Acute Trust 30%, and Council 25%",
        "ICB 45%; Acute Trust 30%; and Council 25%",
        "ICB: 45%, Acute Trust: 30%, Council: 25%",
        "ICB – 45%, Acute Trust – 30%, Council - 25%",
        "ICB = 45%, Acute Trust=30%, Council = 25%",
        "ICB (45%), Acute Trust (30%) and Council (25%)",
        "ICB 45% (the lead), Acute Trust 30% (a trust) and Council 25%",
    ],
)
@pytest.mark.parametrize("shape", [Shape.SHARES, Shape.BAND_RULE])
def test_a_share_list_may_be_written_in_many_ways(shape: Shape, text: str) -> None:
    value = read(shape, text)
    assert isinstance(value, Shares)
    assert value.raw == text
    found = [f"{share.name.id} {share.percent}" for share in value.shares]
    assert found == ["ICB 45", "Acute Trust 30", "Council 25"]
    assert all(share.raw in text and share.raw.startswith(share.name.id) for share in value.shares)


@pytest.mark.parametrize(
    "text", ["ICB £5m and Council £2m", "ICB: £5m; Council: £2m", "ICB (£5m), and Council (£2m)"]
)
def test_a_list_of_amounts_may_be_written_in_many_ways(text: str) -> None:
    value = read(Shape.MONEYS, text)
    found = [(share.name.id, share.pence) for share in value.shares]
    assert found == [("ICB", 500_000_000), ("Council", 200_000_000)]


@pytest.mark.parametrize("text", ["ICB 2 and Council 1", "ICB: 2, Council: 1", "ICB (2), Council (1)"])
def test_a_list_of_votes_may_be_written_in_many_ways(text: str) -> None:
    value = read(Shape.VOTES, text)
    assert [(vote.name.id, vote.votes) for vote in value.votes] == [("ICB", 2), ("Council", 1)]


@pytest.mark.parametrize("text", ["ICB - 45", "45% and 55%", "ICB: Council: 5%", "ICB 45% / Council 55%"])
def test_what_is_no_share_list_is_not_read_as_one(text: str) -> None:
    value, notices = value_of(Shape.SHARES, text)
    assert isinstance(value, Unreadable)
    assert [notice.rule for notice in notices] == ["unread-value"]


def test_a_cap_may_say_that_it_is_the_most_and_a_percentage_that_it_is_nil() -> None:
    cap = value_of(Shape.AMOUNT, "no more than 5% of Budget", label("RISK SHARE", "Cap"))[0]
    assert isinstance(cap, Amount)
    assert cap.percent is not None
    assert cap.percent.value == 5
    assert read(Shape.PERCENT, "nil in Year 1").value == 0
    assert read(Shape.COUNT, "about 38,600 people").note == "people"


def test_names_may_be_parted_by_semicolons() -> None:
    assert [name.id for name in read(Shape.NAMES, "Acute; Community; Council").names] == [
        "Acute",
        "Community",
        "Council",
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Year 1 (2026/27)", "Year 1"),
        ("2026/27 (Year 1)", "2026/27"),
        ("by 31 March 2027", "2026/27"),
        ("year ending 31st March 2030", "2029/30"),
    ],
)
def test_a_year_may_be_said_twice_or_by_its_last_day(text: str, year: str) -> None:
    key = read_key(Key.YEAR, Piece(text, Span(0, len(text))))
    assert isinstance(key, Year)
    assert key.label == year


@pytest.mark.parametrize("text", ["bands, then quality and cap", "first bands, second quality, third cap"])
def test_an_order_may_be_told_in_words(text: str) -> None:
    value, notices = value_of(Shape.CHOICE, text, label("RISK SHARE", "Order"))
    assert isinstance(value, Choice)
    assert (value.values, notices) == (("bands", "quality", "cap"), [])


def test_a_choice_may_go_on_unless_another_stands_further_on() -> None:
    curve, sides = label("OUTCOME PAYMENT", "Curve"), label("RISK SHARE", "Sides")
    assert value_of(Shape.CHOICE, "linear from Floor to Target", curve)[1] == []
    assert value_of(Shape.CHOICE, "gain only from 2026/27 and loss only after", sides)[1] != []


@pytest.mark.parametrize(
    "text",
    [
        "midnight at the end of Friday, 5 December 2025",
        "midnight on Friday 5 December 2025",
        "at 23.59 on 5 December 2025",
        "11:59 pm on Friday, 5 December 2025",
        "12 noon on 5 December 2025",
        "23:59 hours on 5 December 2025",
        "the 5th day of December 2025",
    ],
)
def test_a_date_may_have_an_hour_and_a_weekday_before_it(text: str) -> None:
    assert read(Shape.DATE, text).day == date(2025, 12, 5)


def test_a_weekday_behind_other_words_is_checked() -> None:
    value = read(Shape.DATE, "midnight on Saturday 5 December 2025")
    assert (value.weekday, value.weekday_wrong) == ("Saturday", True)


@pytest.mark.parametrize(
    ("text", "spelt"), [("3 (three) years", 3), ("three (3) years", 3), ("3 (two) years", 2)]
)
def test_a_length_may_stand_in_figures_and_in_words(text: str, spelt: int) -> None:
    value = read(Shape.DURATION, text)
    assert (value.count, value.unit, value.in_words) == (3, "year", spelt)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("twenty-four months", 24),
        ("up to thirty-six months", 36),
        ("fifteen days", 15),
        ("forty Operational Days", 40),
        ("twenty-eight (28) calendar days", 28),
    ],
)
def test_a_length_in_words(text: str, count: int) -> None:
    assert read(Shape.DURATION, text).count == count
