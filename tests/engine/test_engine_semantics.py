"""What a match is, said once and held against both engines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations

import pytest
from engine_worlds import NOWHERE, Described, fact, facts, pattern, rule

from clausecheck.engine.protocol import Engine, EngineFault, Hit
from clausecheck.facts.fact import Fact, Scalar, State
from clausecheck.rules.compiled import CompiledRule, Join, Op, Pattern, Test, Variant

MakeEngine = Callable[[Sequence[CompiledRule]], Engine]

BIG = 2**62


@pytest.mark.parametrize(
    ("value", "op", "constant", "holds"),
    [
        ("ICB", Op.IS, "ICB", True),
        ("ICB", Op.IS, "icb", False),
        ("ICB", Op.IS, "ICBs", False),
        ("ICBs", Op.IS, "ICB", False),
        ("", Op.IS, "", True),
        ("na\u00efve", Op.IS, "na\u00efve", True),
        ("na\u00efve", Op.IS, "nai\u0308ve", False),
        ("🏥", Op.IS, "🏥", True),
        ('a "b" \\', Op.IS, 'a "b" \\', True),
        ("\x00", Op.IS, "", False),
        ("\ud800", Op.IS, "\ud800", True),
        (5, Op.IS, 5, True),
        (-5, Op.IS, 5, False),
        (BIG, Op.IS, BIG, True),
        (BIG, Op.IS, BIG - 1, False),
        (True, Op.IS, True, True),
        (True, Op.IS, False, False),
        # no two types are equal
        (True, Op.IS, 1, False),
        (1, Op.IS, True, False),
        (0, Op.IS, False, False),
        ("1", Op.IS, 1, False),
        (1, Op.IS, "1", False),
        ("true", Op.IS, True, False),
        (True, Op.IS_NOT, 1, True),
        ("1", Op.IS_NOT, 1, True),
        ("ICB", Op.IS_NOT, "ICB", False),
        ("ICB", Op.IS_NOT, "Acute", True),
        (False, Op.IS_NOT, False, False),
        # order
        (4, Op.BELOW, 5, True),
        (5, Op.BELOW, 5, False),
        (5, Op.AT_MOST, 5, True),
        (6, Op.AT_MOST, 5, False),
        (6, Op.ABOVE, 5, True),
        (5, Op.ABOVE, 5, False),
        (5, Op.AT_LEAST, 5, True),
        (4, Op.AT_LEAST, 5, False),
        (-6, Op.BELOW, -5, True),
        (10, Op.ABOVE, 9, True),
        (2**53 + 1, Op.ABOVE, 2**53, True),
        (BIG - 1, Op.BELOW, BIG, True),
        (-BIG, Op.BELOW, 0, True),
        (True, Op.ABOVE, 0, False),
        (True, Op.AT_MOST, 1, False),
        ("9", Op.BELOW, 10, False),
        ("9", Op.AT_LEAST, 9, False),
    ],
)
def test_tests_against_a_constant(
    engine_of: MakeEngine, value: Scalar, op: Op, constant: Scalar, holds: bool
) -> None:
    engine = engine_of([rule("r", pattern("party", Test("x", op, constant)))])
    assert engine.run([fact("party", 0, x=value)]) == ([Hit("r", (0,))] if holds else [])


@pytest.mark.parametrize(
    ("op", "holding"),
    [(Op.IS, 5), (Op.IS_NOT, 6), (Op.BELOW, 4), (Op.AT_MOST, 5), (Op.ABOVE, 6), (Op.AT_LEAST, 5)],
)
def test_no_test_holds_on_an_attribute_without_a_value(engine_of: MakeEngine, op: Op, holding: int) -> None:
    engine = engine_of([rule("r", pattern("party", Test("x", op, 5)))])
    drafted = [fact("party", 0, {"x": State.BLANK}, y=holding), fact("party", 1, x=holding)]
    assert engine.run(drafted) == [Hit("r", (1,))]


@pytest.mark.parametrize("state", State)
def test_states(engine_of: MakeEngine, state: State) -> None:
    engine = engine_of([rule("r", pattern("party", Test("x", Op.STATE, state)))])
    each = [fact("party", n, {"x": other}) for n, other in enumerate(State)]
    assert engine.run(each) == [Hit("r", (list(State).index(state),))]


def test_an_attribute_of_which_a_fact_says_nothing_is_stated(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("party", Test("x", Op.STATE, "stated")))])
    assert engine.run([fact("party", 0), fact("party", 1, x=1)]) == [Hit("r", (0,)), Hit("r", (1,))]


def test_all_tests_of_a_pattern_must_hold(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("p", Test("x", Op.IS, 1), Test("y", Op.ABOVE, 2)))])
    assert engine.run(facts(("p", {"x": 1, "y": 3}), ("p", {"x": 1, "y": 2}), ("p", {"x": 2, "y": 3}))) == [
        Hit("r", (0,))
    ]


def test_a_pattern_matches_its_kind_alone(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("party"))])
    assert engine.run(facts(("part", {}), ("party", {}), ("party_of", {}))) == [Hit("r", (1,))]


@pytest.mark.parametrize("attribute", ["id", "sid", "kind", "n", "one", "s", "ref"])
@pytest.mark.parametrize("value", ["ICB", 7, -BIG, True, "£", ""])
def test_joins_on_any_attribute_and_type(engine_of: MakeEngine, attribute: str, value: Scalar) -> None:
    engine = engine_of([rule("r", pattern("p"), pattern("q", joins=[Join(attribute, 0, attribute)]))])
    drafted = facts(("p", {attribute: value}), ("q", {attribute: "other"}), ("q", {attribute: value}))
    assert engine.run(drafted) == [Hit("r", (0, 2))]


@pytest.mark.parametrize(("one", "other"), [(1, True), (0, False), (1, "1"), (True, "true"), ("a", "A")])
def test_joins_keep_types_apart(engine_of: MakeEngine, one: Scalar, other: Scalar) -> None:
    engine = engine_of([rule("r", pattern("p"), pattern("q", joins=[Join("x", 0, "x")]))])
    assert engine.run(facts(("p", {"x": one}), ("q", {"x": other}))) == []


def test_a_missing_attribute_joins_with_nothing_not_even_another_missing_one(engine_of: MakeEngine) -> None:
    engine = engine_of(
        [
            rule("joined", pattern("p"), pattern("q", joins=[Join("x", 0, "y")])),
            rule("bystander", pattern("q", Test("z", Op.IS, 1))),
        ]
    )
    drafted = facts(("p", {}), ("q", {"z": 1}), ("q", {"x": "-", "z": 1}))
    assert engine.run(drafted) == [Hit("bystander", (1,)), Hit("bystander", (2,))]


def test_every_join_of_a_pattern_must_hold_the_last_one_too(engine_of: MakeEngine) -> None:
    joins = [Join("x", 0, "x"), Join("y", 0, "y"), Join("z", 0, "z")]
    engine = engine_of([rule("r", pattern("p"), pattern("q", joins=joins))])
    whole = {"x": 1, "y": 2, "z": 3}
    for wrong in ("x", "y", "z"):
        assert engine.run(facts(("p", whole), ("q", {**whole, wrong: 9}))) == []
    assert engine.run(facts(("p", whole), ("q", whole))) == [Hit("r", (0, 1))]


def test_joins_reach_any_earlier_pattern(engine_of: MakeEngine) -> None:
    chain = rule(
        "r",
        pattern("p"),
        pattern("q", joins=[Join("of", 0, "ref")]),
        pattern("s", joins=[Join("of", 0, "ref"), Join("by", 1, "ref")]),
    )
    drafted = facts(
        ("p", {"ref": "A"}),
        ("p", {"ref": "B"}),
        ("q", {"of": "A", "ref": 1}),
        ("q", {"of": "B", "ref": 2}),
        ("s", {"of": "A", "by": 1}),
        ("s", {"of": "A", "by": 2}),
        ("s", {"of": "B", "by": 2}),
    )
    assert engine_of([chain]).run(drafted) == [Hit("r", (0, 2, 4)), Hit("r", (1, 3, 6))]


def test_patterns_without_a_join_match_every_combination(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("p"), pattern("q"))])
    assert engine.run(facts(("p", {}), ("q", {}), ("p", {}), ("q", {}))) == [
        Hit("r", pair) for pair in [(0, 1), (0, 3), (2, 1), (2, 3)]
    ]


def test_one_fact_may_match_several_patterns(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("p"), pattern("p", joins=[Join("x", 0, "x")]))])
    assert engine.run(facts(("p", {"x": 1}), ("p", {"x": 1}))) == [
        Hit("r", pair) for pair in [(0, 0), (0, 1), (1, 0), (1, 1)]
    ]


def test_a_fact_counts_against_the_absence_of_its_like(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("p"), absent=[pattern("p", joins=[Join("x", 0, "y")])])])
    assert engine.run([fact("p", 0, x=1, y=1)]) == []
    assert engine.run([fact("p", 0, x=1, y=2)]) == [Hit("r", (0,))]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_an_absence_sees_facts_wherever_they_stand(engine_of: MakeEngine, order: tuple[int, ...]) -> None:
    engine = engine_of(
        [
            rule("no-cap", pattern("draft"), absent=[pattern("cap", Test("x", Op.IS, 1))]),
            rule("no-levy", pattern("draft"), absent=[pattern("levy")]),
            rule("neither", pattern("draft"), absent=[pattern("levy"), pattern("cap")]),
        ]
    )
    described: list[Described] = [("draft", {}), ("cap", {"x": 1}), ("party", {})]
    drafted = facts(*(described[place] for place in order))
    assert engine.run(drafted) == [Hit("no-levy", (order.index(0),))]


def test_an_absence_with_a_join_is_judged_for_each_match(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("party"), absent=[pattern("cap", joins=[Join("of", 0, "ref")])])])
    parties: list[Described] = [
        ("party", {"ref": "A"}),
        ("party", {"ref": "B"}),
        ("party", {"ref": 1}),
    ]
    caps: list[Described] = [("cap", {"of": "A"}), ("cap", {"of": True}), ("cap", {})]
    assert engine.run(facts(*parties, *caps)) == [Hit("r", (1,)), Hit("r", (2,))]
    assert engine.run(facts(*caps, *parties)) == [Hit("r", (4,)), Hit("r", (5,))]


def test_an_absence_that_joins_with_a_missing_attribute_has_nothing_against_it(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("party"), absent=[pattern("cap", joins=[Join("of", 0, "ref")])])])
    assert engine.run(facts(("party", {}), ("cap", {"of": "A"}), ("cap", {"of": "-"}), ("cap", {}))) == [
        Hit("r", (0,))
    ]


def test_an_absence_may_join_with_two_patterns(engine_of: MakeEngine) -> None:
    link = pattern("link", joins=[Join("a", 0, "ref"), Join("b", 1, "ref")])
    engine = engine_of([rule("r", pattern("p"), pattern("q"), absent=[link])])
    drafted = facts(("p", {"ref": 1}), ("q", {"ref": 1}), ("q", {"ref": 2}), ("link", {"a": 1, "b": 1}))
    assert engine.run(drafted) == [Hit("r", (0, 2))]


def test_a_match_of_several_variants_is_one_hit(engine_of: MakeEngine) -> None:
    either = CompiledRule(
        "r", tuple(Variant((pattern("p", Test(name, Op.IS, 1)),)) for name in ("x", "y", "x"))
    )
    drafted = facts(("p", {"x": 1, "y": 1}), ("p", {"y": 1}), ("p", {}))
    assert engine_of([either]).run(drafted) == [Hit("r", (0,)), Hit("r", (1,))]


def test_hits_are_sorted_by_rule_and_then_facts(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("zebra", pattern("p")), rule("ant", pattern("q"), pattern("p"))])
    drafted = facts(("p", {}), ("q", {}), *[("p", {})] * 9)
    hits = engine.run(drafted)
    assert hits == sorted(hits)
    assert [hit.rule for hit in hits] == ["ant"] * 10 + ["zebra"] * 10


def test_nothing_in_nothing_out(engine_of: MakeEngine) -> None:
    assert engine_of([]).run(facts(("p", {}))) == []
    assert engine_of([rule("r", pattern("p"))]).run([]) == []
    assert engine_of([CompiledRule("r", ())]).run(facts(("p", {}))) == []


def test_a_state_word_may_be_a_value_too(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("p", Test("x", Op.IS, State.BLANK)))])
    assert engine.run([fact("p", 0, x="blank")]) == [Hit("r", (0,))]


def test_an_engine_answers_each_draft_for_itself(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("draft"), absent=[pattern("cap")])])
    bare, capped = facts(("draft", {})), facts(("draft", {}), ("cap", {}))
    for _ in range(5):
        assert engine.run(bare) == [Hit("r", (0,))]
        assert engine.run(capped) == []


BAD_RULES: dict[str, CompiledRule] = {
    "it looks for no fact at all": rule("bad", absent=[pattern("p")]),
    "more than 12 facts": rule("bad", *[pattern("p")] * 13),
    "different numbers of facts": CompiledRule(
        "bad", (Variant((pattern("p"),)), Variant((pattern("p"), pattern("p"))))
    ),
    "does not come before it": rule("bad", pattern("p", joins=[Join("x", 0, "x")])),
    "joins with a pattern": rule("bad", pattern("p"), absent=[pattern("p", joins=[Join("x", 1, "x")])]),
    "more than 8 joins": rule("bad", pattern("p"), pattern("p", joins=[Join("x", 0, "x")] * 9)),
    "only whole numbers have an order": rule("bad", pattern("p", Test("x", Op.BELOW, "9"))),
    "x < True": rule("bad", pattern("p", Test("x", Op.BELOW, True))),
    "'gone' is not a state": rule("bad", pattern("p", Test("x", Op.STATE, "gone"))),
    "'a.b' is not the name": rule("bad", pattern("p", Test("a.b", Op.IS, 1))),
    "more than 200 bytes": rule("bad", pattern("p", Test("x", Op.IS, "é" * 101))),
    "more than 63 bits": rule("bad", pattern("p", Test("x", Op.ABOVE, 2**63))),
    "__go__": rule("bad", pattern("__go__")),
}


@pytest.mark.parametrize("reason", BAD_RULES)
def test_rules_that_no_engine_can_run_are_refused(engine_of: MakeEngine, reason: str) -> None:
    with pytest.raises(EngineFault) as fault:
        engine_of([rule("good", pattern("p")), BAD_RULES[reason]])
    assert reason in str(fault.value)
    assert str(fault.value).startswith("rule bad: ")
    assert "\n" not in str(fault.value)


def test_two_rules_of_one_name_are_refused(engine_of: MakeEngine) -> None:
    with pytest.raises(EngineFault, match="two rules are called r"):
        engine_of([rule("r", pattern("p")), rule("r", pattern("q"))])


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("x" * 201, "x is a word of more than 200 bytes"),
        ("é" * 101, "x is a word of more than 200 bytes"),
        (2**63, "x is a number of more than 63 bits"),
        (-(2**63), "x is a number of more than 63 bits"),
        (1.5, "x is float, not"),
        (None, "x is NoneType, not"),
        ([1], "x is list, not"),
    ],
)
def test_facts_that_no_engine_can_hold_are_refused(engine_of: MakeEngine, value: Scalar, reason: str) -> None:
    engine = engine_of([rule("r", pattern("q"))])
    with pytest.raises(EngineFault) as fault:
        engine.run([fact("q", 0), fact("p", 1, x=value)])
    assert str(fault.value).startswith(f"fact 1 (p): {reason}")
    assert engine.run([fact("q", 0)]) == [Hit("r", (0,))]


@pytest.mark.parametrize("value", ["x" * 200, "é" * 100, 2**63 - 1, -(2**63) + 1])
def test_the_largest_values_are_taken_whole(engine_of: MakeEngine, value: Scalar) -> None:
    engine = engine_of([rule("r", pattern("p", Test("x", Op.IS, value)))])
    near = value[:-1] + "?" if isinstance(value, str) else value - 1 if value > 0 else value + 1
    assert engine.run([fact("p", 0, x=near), fact("p", 1, x=value)]) == [Hit("r", (1,))]


def test_facts_must_be_numbered_by_their_place(engine_of: MakeEngine) -> None:
    with pytest.raises(EngineFault, match="fact 1 says that it is number 0"):
        engine_of([]).run([fact("p", 0), fact("p", 0)])


def test_a_draft_of_too_many_facts_is_refused(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("p"))])
    drafted = facts(*[("q", {})] * 20_000, ("p", {}))
    with pytest.raises(EngineFault, match="20001 facts; an engine takes 20000"):
        engine.run(drafted)
    assert engine.run(drafted[:20_000]) == []


def test_the_engines_own_kind_is_refused_in_a_draft(engine_of: MakeEngine) -> None:
    with pytest.raises(EngineFault, match="__go__ is the engine's own kind"):
        engine_of([]).run([Fact("__go__", 0, NOWHERE)])


def test_too_many_combinations_are_refused_before_they_are_tried(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("first", pattern("p")), rule("second", pattern("p"), pattern("q"))])
    drafted = facts(*[("p", {})] * 500, *[("q", {})] * 201)
    with pytest.raises(EngineFault, match=r"rule second: .* every combination of p, q"):
        engine.run(drafted)


def test_a_join_bounds_the_combinations_only_as_far_as_its_values_differ(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("p"), pattern("p", joins=[Join("x", 0, "x")]))])
    apart = facts(*(("p", {"x": n}) for n in range(400)))
    assert engine.run(apart) == [Hit("r", (n, n)) for n in range(400)]
    with pytest.raises(EngineFault, match="rule r: "):
        engine.run(facts(*[("p", {"x": 1})] * 400))


def test_one_fact_may_have_many_matches(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("p"), pattern("q", joins=[Join("x", 0, "x")]))])
    drafted = facts(("p", {"x": 1}), *[("q", {"x": 1})] * 300)
    assert engine.run(drafted) == [Hit("r", (0, n)) for n in range(1, 301)]


def test_one_rule_may_have_more_matches_than_durable_rules_hands_over_at_once(engine_of: MakeEngine) -> None:
    engine = engine_of([rule("r", pattern("p"), pattern("q"))])
    drafted = facts(*[("p", {})] * 260, *[("q", {})] * 260)
    assert engine.run(drafted) == [Hit("r", (p, q)) for p in range(260) for q in range(260, 520)]


def test_rules_at_the_limit_of_size(engine_of: MakeEngine) -> None:
    names = [f"x{number}" for number in range(8)]
    engine = engine_of(
        [
            rule("wide", pattern("p"), pattern("p", joins=[Join(name, 0, name) for name in names])),
            rule("long", *[Pattern("q")] * 12),
        ]
    )
    drafted = facts(("p", dict.fromkeys(names, 1)), ("q", {}), ("p", dict.fromkeys(names[1:], 1)))
    assert engine.run(drafted) == [Hit("long", (1,) * 12), Hit("wide", (0, 0))]
