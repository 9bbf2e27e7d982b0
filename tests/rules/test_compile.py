"""Conditions against the schema: what is refused, and that what is compiled means what was written."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_samples import SCHEMA

from clausecheck.facts.fact import Fact, Scalar, State
from clausecheck.rules.compile import MOST_VARIANTS, check_context, compile_patterns, compile_rule, positives
from clausecheck.rules.compiled import Join, Op, Pattern, Test, Variant
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
    WrittenPattern,
)
from clausecheck.rules.condition_reader import read_conditions
from clausecheck.spans import Span


def variants(when: str) -> tuple[Variant, ...]:
    return compile_rule("r", when, SCHEMA).variants


def first_tests(when: str) -> list[tuple[Test, ...]]:
    return [variant.present[0].tests for variant in variants(when)]


def test_a_rule_of_three_patterns() -> None:
    when = (
        "party p: risk_capacity is present\n"
        "member_cap c: party is p.ref and exceeds_capacity is true\n"
        "no guarantee g: for is p.ref or amount below £5"
    )
    (variant,) = variants(when)
    assert variant.present == (
        Pattern("party", (Test("risk_capacity", Op.STATE, "stated"),)),
        Pattern("member_cap", (Test("exceeds_capacity", Op.IS, True),), (Join("party", 0, "ref"),)),
    )
    assert variant.absent == (
        Pattern("guarantee", (), (Join("for", 0, "ref"),)),
        Pattern("guarantee", (Test("amount", Op.BELOW, 500),)),
    )


def test_or_makes_a_variant_a_branch_across_patterns() -> None:
    found = variants("party p: role is a or role is b\ncontract k: model is x or model is absent")
    assert len(found) == 4
    assert {tuple(pattern.tests[0].value for pattern in each.present) for each in found} == {
        ("a", "x"),
        ("a", "absent"),
        ("b", "x"),
        ("b", "absent"),
    }


def test_not_is_pushed_down_to_the_comparisons() -> None:
    assert first_tests("party p: not (members above 5 and not (share is 5%))") == [
        (Test("members", Op.AT_MOST, 5),),
        (Test("share", Op.IS, 50_000),),
    ]


@pytest.mark.parametrize(
    ("words", "op"),
    [
        ("is", Op.IS_NOT),
        ("is not", Op.IS),
        ("above", Op.AT_MOST),
        ("at most", Op.ABOVE),
        ("below", Op.AT_LEAST),
        ("at least", Op.BELOW),
    ],
)
def test_each_comparison_has_its_opposite(words: str, op: Op) -> None:
    assert first_tests(f"party p: not (members {words} 5)") == [(Test("members", op, 5),)]


def test_not_absent_is_stated_or_blank_and_never_unknown() -> None:
    assert first_tests("party p: role is not absent") == [
        (Test("role", Op.STATE, "stated"),),
        (Test("role", Op.STATE, "blank"),),
    ]


def test_a_way_that_another_covers_is_left_out() -> None:
    assert first_tests("party p: role is a or role is a and members is 2 or role is a") == [
        (Test("role", Op.IS, "a"),)
    ]


def test_the_packs_patterns_come_after_the_rules_own() -> None:
    own = read_conditions("party p: ref is x\nmember_cap c: party is p.ref\nno board")
    context = read_conditions("contract _k: model is alliance\nparty _p: ref is _k.model\nno guarantee")
    (variant,) = compile_patterns("r", own, SCHEMA, context).variants
    assert [pattern.kind for pattern in variant.present] == ["party", "member_cap", "contract", "party"]
    assert variant.present[3].joins == (Join("ref", 2, "model"),)
    assert [pattern.kind for pattern in variant.absent] == ["board", "guarantee"]
    assert positives(own) == {"p": "party", "c": "member_cap"}


def test_a_packs_names_begin_with_an_underscore() -> None:
    with pytest.raises(ConditionError, match="begins with _: _k"):
        check_context(read_conditions("contract k"), SCHEMA)
    check_context(read_conditions("no contract: model is x"), SCHEMA)


REFUSED = [
    ("", 1, 1, "a rule needs something that must match first"),
    ("no board\nparty p", 1, 4, "a rule needs something that must match first"),
    ("parti p", 1, 1, 'no kind of fact is called "parti"; did you mean "party"?'),
    ("board b: x is 1", 1, 10, 'board has no attribute "x"'),
    ("contract k: zzz is 1", 1, 13, 'contract has no attribute "zzz"; it has model'),
    ("party p\nno guarantee: fro is x", 2, 15, 'guarantee has no attribute "fro"; did you mean "for"?'),
    ("party p: risk_capacity above 5", 1, 30, "compared with an amount such as £500,000, not with 5"),
    ("party p: share above £5", 1, 22, "compared with a percentage such as 2.5%"),
    ("party p: joined above 2025", 1, 23, "compared with a date such as 24 February 2025"),
    ("party p: members is 5%", 1, 21, "compared with a whole number"),
    ("party p: public is yes", 1, 20, "compared with true or false, not with yes"),
    ("party p: role is true", 1, 18, "if true is a name, put it in quotes"),
    ("party p: role above x", 1, 10, "role is a word and has no order"),
    ("party p: public below true", 1, 10, "public is a flag and has no order"),
    ("party p: purpose is x", 1, 21, "purpose is free text; ask only whether it is present"),
    ("party p: ref is present", 1, 10, "every party has ref, so it is never absent or blank"),
    ("party p: ref is not absent", 1, 10, "every party has ref"),
    ("party p\nmember_cap c: party is q.ref", 2, 24, 'no earlier pattern that must match is called "q"'),
    ("party p: ref is p.role", 1, 17, 'no earlier pattern that must match is called "p"'),
    ("party p\nno board b\nparty q: ref is b.x", 3, 17, 'no earlier pattern that must match is called "b"'),
    ("party p\nparty q: ref is p.reff", 2, 17, 'party has no attribute "reff"; did you mean "ref"?'),
    ("party p\nparty q: role is p.share", 2, 18, "role is a word and share a percent; they are never equal"),
    ("party p\nparty q: purpose is p.purpose", 2, 21, "purpose is free text and cannot be compared"),
    ("party p\nparty q: ref is not p.ref", 2, 21, 'compared with "is" only'),
    ("party p\nparty q: not (role is x or ref is p.ref)", 2, 35, 'compared with "is" only'),
    ("party p\nboard p", 2, 7, '"p" names an earlier pattern already'),
    ("party p\nno board p", 2, 10, '"p" names an earlier pattern already'),
    ("party _p", 1, 7, "names that begin with _ are for the pack's applies_when"),
]


@pytest.mark.parametrize(("when", "line", "column", "words"), REFUSED)
def test_what_does_not_fit_the_facts_is_refused(when: str, line: int, column: int, words: str) -> None:
    with pytest.raises(ConditionError) as caught:
        compile_rule("r", when, SCHEMA)
    assert words in caught.value.message
    assert (caught.value.line, caught.value.column) == (line, column)


def test_sixty_four_variants_are_the_most() -> None:
    assert len(variants("party p: members is one of (1, 2, 3, 4, 5, 6, 7, 8)")) == 8
    eight = "members is one of (1, 2, 3, 4, 5, 6, 7, 8)"
    assert len(variants(f"party p: {eight}\nparty q: {eight}")) == MOST_VARIANTS
    for over in (
        f"party p: {eight}\nparty q: {eight} or role is a",
        "party p: " + " and ".join([f"({eight})"] * 9),
    ):
        with pytest.raises(ConditionError, match="more than 64 ways"):
            variants(over)


# What is compiled against a plain evaluator of what was written. The latter does not push negation down:
# it has three truth values, and a comparison on a missing attribute has the third.

WORDS = ("a", "b")
VALUES: dict[str, tuple[Scalar, ...]] = {"role": WORDS, "members": (1, 2, 3), "public": (True, False)}
WRITTEN = {"role": WORDS, "members": ("1", "2", "3"), "public": ("true", "false")}


def comparisons() -> st.SearchStrategy[str]:
    plain = st.sampled_from(sorted(WRITTEN)).flatmap(
        lambda name: st.tuples(
            st.just(name), st.sampled_from(["is", "is not"]), st.sampled_from(WRITTEN[name])
        ).map(" ".join)
    )
    ordered = st.tuples(
        st.sampled_from(["at least", "at most", "above", "below"]), st.sampled_from(WRITTEN["members"])
    ).map(lambda pair: f"members {pair[0]} {pair[1]}")
    states = st.tuples(
        st.sampled_from(sorted([*WRITTEN, "purpose"])),
        st.sampled_from(["is", "is not"]),
        st.sampled_from(["present", "absent", "blank"]),
    ).map(" ".join)
    among = st.tuples(
        st.sampled_from(["is one of", "is not one of"]), st.sampled_from(["(1)", "(1, 3)"])
    ).map(lambda pair: f"members {pair[0]} {pair[1]}")
    return plain | ordered | states | among


def conditions(leaf: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.recursive(
        leaf,
        lambda inner: (
            st.builds("({}) and ({})".format, inner, inner)
            | st.builds("{} or {}".format, inner, inner)
            | st.builds("not ({})".format, inner)
        ),
        max_leaves=5,
    )


ALONE = conditions(comparisons())


def joined(condition: str, mode: int) -> str:
    """The condition, with a join to `p` in one of several places that are not under a `not`."""
    return (condition, f"role is p.role and ({condition})", f"members is p.members or ({condition})")[mode]


@st.composite
def rules(draw: st.DrawFn) -> str:
    second = joined(draw(ALONE), draw(st.integers(0, 2)))
    absent = joined(draw(ALONE), draw(st.integers(0, 2)))
    lines = [f"party p: {draw(ALONE)}", f"party q: {second}", f"no party: {absent}"]
    return "\n".join(lines[: draw(st.integers(1, 3))])


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    values: dict[str, Scalar] = {"ref": "x"}
    states: dict[str, State] = {"purpose": draw(st.sampled_from(State))}
    for name, choices in VALUES.items():
        states[name] = draw(st.sampled_from(State))
        if states[name] is State.STATED:
            values[name] = draw(st.sampled_from(choices))
    return Fact("party", 0, Span(0, 0), values, states)


def compared(left: Scalar | None, op: Op, right: Scalar) -> bool | None:
    if left is None:
        return None
    if op in (Op.IS, Op.IS_NOT):
        return (left == right) is (op is Op.IS)
    assert isinstance(left, int)
    assert isinstance(right, int)
    return {
        Op.BELOW: left < right,
        Op.AT_MOST: left <= right,
        Op.ABOVE: left > right,
        Op.AT_LEAST: left >= right,
    }[op]


def truth(condition: Condition | None, fact: Fact, bound: Mapping[str, Fact]) -> bool | None:
    match condition:
        case None:
            return True
        case Comparison():
            assert isinstance(condition.value, Literal)
            return compared(fact.values.get(condition.attribute), condition.op, condition.value.value)
        case StateTest():
            state = fact.state(condition.attribute)
            return None if state is State.UNKNOWN else state is condition.state
        case Link():
            theirs = bound[condition.other].values.get(condition.other_attribute)
            return None if theirs is None else compared(fact.values.get(condition.attribute), Op.IS, theirs)
        case Not():
            inner = truth(condition.term, fact, bound)
            return None if inner is None else not inner
        case Both() | Either():
            deciding = isinstance(condition, Either)
            every = [truth(term, fact, bound) for term in condition.terms]
            if deciding in every:
                return deciding
            return None if None in every else not deciding


def hits_as_written(patterns: tuple[WrittenPattern, ...], draft: list[Fact]) -> set[tuple[int, ...]]:
    present = [pattern for pattern in patterns if not pattern.absent]
    found = set()
    for chosen in product(range(len(draft)), repeat=len(present)):
        bound = {pattern.name: draft[n] for pattern, n in zip(present, chosen, strict=True)}
        held = all(truth(one.condition, bound[one.name], bound) is True for one in present)
        barred = any(
            truth(one.condition, fact, bound) is True for one in patterns if one.absent for fact in draft
        )
        if held and not barred:
            found.add(chosen)
    return found


def matches(pattern: Pattern, fact: Fact, chosen: list[Fact]) -> bool:
    for test in pattern.tests:
        if test.op is Op.STATE:
            if fact.state(test.attribute).value != test.value:
                return False
        elif compared(fact.values.get(test.attribute), test.op, test.value) is not True:
            return False
    for join in pattern.joins:
        mine, theirs = fact.values.get(join.attribute), chosen[join.other].values.get(join.other_attribute)
        if mine is None or mine != theirs:
            return False
    return True


def hits_as_compiled(compiled: tuple[Variant, ...], draft: list[Fact]) -> set[tuple[int, ...]]:
    found = set()
    for variant in compiled:
        for chosen in product(range(len(draft)), repeat=len(variant.present)):
            bound = [draft[n] for n in chosen]
            held = all(matches(one, fact, bound) for one, fact in zip(variant.present, bound, strict=True))
            if held and not any(matches(one, fact, bound) for one in variant.absent for fact in draft):
                found.add(chosen)
    return found


@settings(deadline=None)
@given(when=rules(), draft=st.lists(facts(), max_size=3))
def test_compiled_rules_mean_what_was_written(when: str, draft: list[Fact]) -> None:
    compiled: tuple[Variant, ...] = ()
    refused = ""
    try:
        compiled = variants(when)
    except ConditionError as error:
        refused = error.message
    if refused:
        assert "more than 64 ways" in refused
        return
    assert len({len(variant.present) for variant in compiled}) == 1
    assert hits_as_compiled(compiled, draft) == hits_as_written(read_conditions(when), draft)
