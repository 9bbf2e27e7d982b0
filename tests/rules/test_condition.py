"""The condition language as read: every operator, every form of value, and faults in plain words."""

from __future__ import annotations

import pytest

from clausecheck.facts.fact import State, Type
from clausecheck.rules.compiled import Op
from clausecheck.rules.condition import (
    Both,
    Comparison,
    Condition,
    ConditionError,
    Either,
    Link,
    Literal,
    Not,
    StateTest,
)
from clausecheck.rules.condition_reader import build, read_conditions
from clausecheck.rules.condition_wording import PHRASES, SILENT
from clausecheck.spans import Position


def condition(text: str) -> Condition:
    (pattern,) = read_conditions(f"party p: {text}")
    assert pattern.condition is not None
    return pattern.condition


def test_the_grammar_has_no_ambiguity() -> None:
    assert build(strict=True).parse("party p: (a is x or b above 5) and not (c is p.q)")


def test_every_terminal_has_a_phrase() -> None:
    assert {terminal.name for terminal in build().terminals} | {"$END"} == set(PHRASES) | SILENT


@pytest.mark.parametrize(
    ("words", "op"),
    [
        ("is", Op.IS),
        ("is not", Op.IS_NOT),
        ("at least", Op.AT_LEAST),
        ("at  most", Op.AT_MOST),
        ("above", Op.ABOVE),
        ("below", Op.BELOW),
        (">=", Op.AT_LEAST),
        ("<=", Op.AT_MOST),
        (">", Op.ABOVE),
        ("<", Op.BELOW),
    ],
)
def test_comparisons(words: str, op: Op) -> None:
    read = condition(f"members {words} 12")
    assert isinstance(read, Comparison)
    assert isinstance(read.value, Literal)
    assert (read.attribute, read.op, read.value.value) == ("members", op, 12)
    assert read.at == Position(1, 10)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("£500,000", Type.MONEY, 50_000_000),
        ("£1.5m", Type.MONEY, 150_000_000),
        ("£2bn", Type.MONEY, 200_000_000_000),
        ("£3k", Type.MONEY, 300_000),
        ("£0.01", Type.MONEY, 1),
        ("-£5", Type.MONEY, -500),
        ("25%", Type.PERCENT, 250_000),
        ("2.5%", Type.PERCENT, 25_000),
        ("-0.0001%", Type.PERCENT, -1),
        ("0", Type.COUNT, 0),
        ("-3", Type.COUNT, -3),
        ("24 February 2025", Type.DATE, 20250224),
        ("2025-02-24", Type.DATE, 20250224),
        ("alliance", Type.WORD, "alliance"),
        ("most-suitable_2", Type.WORD, "most-suitable_2"),
        ('"lead provider # 1"', Type.WORD, "lead provider # 1"),
        ("“lead provider”", Type.WORD, "lead provider"),
        ("true", Type.FLAG, True),
        ("false", Type.FLAG, False),
    ],
)
def test_values(text: str, kind: Type, value: object) -> None:
    read = condition(f"x is {text}")
    assert isinstance(read, Comparison)
    assert isinstance(read.value, Literal)
    assert (read.value.type, read.value.value, type(read.value.value)) == (kind, value, type(value))


def test_one_of_is_either_and_not_one_of_is_both() -> None:
    among, not_among = condition("x is one of (a, £1,200, £300)"), condition("x is not one of (a, b)")
    assert isinstance(among, Either)
    compared = [each.value for each in among.terms if isinstance(each, Comparison)]
    assert [each.value for each in compared if isinstance(each, Literal)] == ["a", 120_000, 30_000]
    assert isinstance(not_among, Both)
    assert [each.op for each in not_among.terms if isinstance(each, Comparison)] == [Op.IS_NOT, Op.IS_NOT]


def test_one_of_one_is_that_one() -> None:
    assert isinstance(condition("x is one of (a)"), Comparison)


@pytest.mark.parametrize(
    ("word", "state"), [("present", State.STATED), ("absent", State.ABSENT), ("blank", State.BLANK)]
)
def test_states(word: str, state: State) -> None:
    plain, negated = condition(f"x is {word}"), condition(f"x is not {word}")
    assert plain == StateTest("x", state, Position(1, 10))
    assert negated == Not(plain)


def test_a_join_names_the_other_pattern_and_its_attribute() -> None:
    assert condition("party is other.ref") == Link("party", "other", "ref", Position(1, 19))


def test_and_binds_closer_than_or_and_brackets_closer_than_both() -> None:
    loose = condition("a is 1 or b is 2 and c is 3")
    assert isinstance(loose, Either)
    assert isinstance(loose.terms[1], Both)
    tight = condition("(a is 1 or b is 2) and not (c is 3)")
    assert isinstance(tight, Both)
    assert isinstance(tight.terms[0], Either)
    assert isinstance(tight.terms[1], Not)


def test_patterns_stand_one_a_line_with_blank_lines_comments_and_continuations() -> None:
    patterns = read_conditions(
        "# first\r\n\nparty p: a is 1 # why\r\n   # between\r\n\n"
        "   and b is 2\n\tor c is 3\nno guarantee g: for is p.ref\nno board\n contract k\n"
    )
    told = [(one.kind, one.name, one.absent, one.condition is None) for one in patterns]
    assert told == [
        ("party", "p", False, False),
        ("guarantee", "g", True, False),
        ("board", "", True, True),
        ("contract", "k", False, True),
    ]
    assert isinstance(patterns[0].condition, Either)
    assert patterns[1].kind_at == Position(8, 4)
    assert patterns[1].name_at == Position(8, 14)


def test_words_of_the_language_may_be_attributes_and_values() -> None:
    read = condition("of is and and no is no")
    assert isinstance(read, Both)
    assert [each.attribute for each in read.terms if isinstance(each, Comparison)] == ["of", "no"]


def test_no_patterns_at_all() -> None:
    assert read_conditions("\n  # nothing yet\n") == ()


FAULTS = [
    ("party", 1, 6, 'ends too soon; expected a name for the fact, as in "party p"'),
    ("party p x", 1, 9, '"x" cannot stand here; expected a colon and a condition or the end of the line'),
    ("party p:", 1, 9, 'ends too soon; expected an attribute, "not" or "("'),
    ("party p: a is # note", 1, 14, "ends too soon; expected a value"),
    ("party p: a is\n  # note\nno board", 1, 14, "ends too soon; expected a value"),
    ("party p: a equals 5", 1, 12, 'expected "is", "at least", "at most", "above" or "below"'),
    ("party p: a = 5", 1, 12, '"=" cannot stand here'),
    ("party p: a is lead provider", 1, 20, 'put words that belong together in quotes: "lead provider"'),
    ("party p: a is above 5", 1, 21, 'write "above" without "is" before it'),
    ("party p: a is at least 5", 1, 18, 'write "at least" without "is" before it'),
    ('party p: a is "open', 1, 15, "these quotes are not closed on this line"),
    ('party p: a is ok "x"', 1, 18, '"x" cannot stand here; expected "and", "or" or the end of the line'),
    ('party p: a is ""', 1, 15, "nothing between the quotes"),
    ("party p: (a is 1", 1, 17, 'ends too soon; expected ")"'),
    ("party p: a is one of (1, 2", 1, 27, 'expected a comma or ")"'),
    ("party p: a is one of ()", 1, 23, '")" cannot stand here; expected a value'),
    ("party p: a above 1,000", 1, 19, "write whole numbers without a comma"),
    ("party p: a is 1\nand b is 2", 2, 7, "carries on the pattern above it begins with spaces"),
    ("party p: not a is 1", 1, 14, '"a" cannot stand here; expected "("'),
    ("5 p: a is 1", 1, 1, '"5" cannot stand here; expected a kind of fact'),
    ("party p\nno", 2, 3, "ends too soon; expected a kind of fact"),
    ("party p: a is £1,00", 1, 15, "a comma goes before every three digits"),
    ("party p: a is £0.001", 1, 15, "not a whole number of pence"),
    ("party p: a is £9999999999999999", 1, 15, "too many digits"),
    ("party p: a is 1.23456%", 1, 15, "more than four decimal places"),
    ("party p: a is 2.5", 1, 15, "2.5 is not a whole number"),
    ("party p: a is 007", 1, 15, "begins with a zero"),
    ("party p: a is 31 April 2025", 1, 15, "31 April 2025 is not a date"),
    ("party p: a is 2025-13-01", 1, 15, "2025-13-01 is not a date"),
    ("party p: a is 3 arpil 2025", 1, 15, 'arpil is not a month; did you mean "April"?'),
    (f'party p: a is "{"x" * 201}"', 1, 15, "at most 200 characters"),
    ("party p: " + "(" * 65, 1, 1, "more than 64 brackets"),
]


@pytest.mark.parametrize(("text", "line", "column", "words"), FAULTS)
def test_faults_say_where_and_what(text: str, line: int, column: int, words: str) -> None:
    with pytest.raises(ConditionError) as caught:
        read_conditions(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert words in caught.value.message


def test_no_fault_names_a_terminal() -> None:
    silent = {"a", "or"}
    for text, *_ in FAULTS:
        with pytest.raises(ConditionError) as caught:
            read_conditions(text)
        words = set(caught.value.message.replace('"', " ").split())
        assert not words & (set(PHRASES) | SILENT | {"Token", "terminal", "token"}) - silent
