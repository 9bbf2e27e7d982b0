"""That durable-rules is used only as far as it can be trusted, and that any failure of it is a fault."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from engine_worlds import World, fact, facts, pattern, rule

from clausecheck.engine.limits import MOST_PATTERNS as MOST_POSITIVE
from clausecheck.engine.protocol import EngineFault, Hit
from clausecheck.engine.reference import ReferenceEngine
from clausecheck.engine.shards import CANARY, compiled
from clausecheck.engine.wire import SESSION, hashed
from clausecheck.facts.fact import State
from clausecheck.rules.compiled import CompiledRule, Join, Op, Test

durable = pytest.importorskip(
    "clausecheck.engine.durable", reason="durable-rules cannot be imported here", exc_type=ImportError
)
DurableEngine = durable.DurableEngine

COLLIDING = ("tqnrhmt", "ubsnckh")


def handles_of(engine: Any) -> list[int]:
    return [handle for handle, _ in engine._loaded._shards]


def test_a_join_that_is_false_among_many_rules() -> None:
    """Read past the end of the pattern, this crashed in 10 of 15 runs with 30 rules."""
    rules = [rule(f"r{n:02}", pattern("p"), pattern("q", joins=[Join("x", 0, "x")])) for n in range(40)]
    engine = DurableEngine(rules)
    for _ in range(20):
        assert engine.run(facts(("p", {"x": 1}), ("q", {"x": 2}))) == []
    assert len(engine.run(facts(("p", {"x": 1}), ("q", {"x": 1})))) == 40


@pytest.mark.parametrize("count", [60, 65, 66, 300])
def test_one_fact_that_matches_many_sibling_conditions(count: int) -> None:
    rules = [rule(f"r{n:03}", pattern("p", Test("x", Op.ABOVE, n))) for n in range(count)]
    _, shards = compiled(rules)
    assert len(shards) == -(-count // 56)
    assert DurableEngine(rules).run([fact("p", 0, x=count)]) == [Hit(f"r{n:03}", (0,)) for n in range(count)]


def test_one_condition_used_by_very_many_rules() -> None:
    """256 uses of one condition in a ruleset crashed."""
    rules = [rule(f"r{n:04}", pattern("p"), absent=[pattern("q")]) for n in range(1000)]
    engine = DurableEngine(rules)
    assert len(engine.run(facts(("p", {})))) == 1000
    assert engine.run(facts(("q", {}), ("p", {}))) == []


def test_very_many_kinds() -> None:
    rules = [rule(f"r{n:04}", pattern(f"kind{n}")) for n in range(700)]
    drafted = facts(*((f"kind{n}", {}) for n in range(700)))
    assert DurableEngine(rules).run(drafted) == [Hit(f"r{n:04}", (n,)) for n in range(700)]


def leaves(shard: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each pattern of a shard as its kind and the other conditions in order, read from the text."""
    for durable_rule in json.loads(shard).values():
        for aliased in durable_rule["all"]:
            [conjunction] = aliased.values()
            first, *others = conjunction["$and"]
            yield first["kind"], tuple(json.dumps(condition) for condition in others)


def refers(condition: str) -> bool:
    [(name, value)] = json.loads(condition).items()
    return isinstance(value, dict) and not name.startswith("$")


@pytest.mark.parametrize("seed", range(40))
def test_shards_stay_within_the_bounds(seed: int) -> None:
    world = World(seed)
    rules = [CompiledRule(f"{n}-{rule.name}", rule.variants) for n in range(60) for rule in world.rules(8)]
    _, shards = compiled(rules)
    assert len(shards) > 1
    for shard in shards:
        patterns = list(leaves(shard.text))
        assert len(json.loads(shard.text)) <= 200
        for kind, count in Counter(kind for kind, _ in patterns).items():
            assert count <= 200
            beginnings, unshared = set(), 0
            for other, conditions in patterns:
                if other == kind:
                    unshared += sum(map(refers, conditions))
                    shared = [condition for condition in conditions if not refers(condition)]
                    beginnings |= {tuple(shared[: end + 1]) for end in range(len(shared))}
            assert len(beginnings) + unshared <= 56
        assert {kind for kind, _ in patterns} == {*shard.kinds, "__go__"}


@pytest.mark.parametrize(
    ("rules", "sizes"),
    [
        # 200 rules, the canary one of them
        ([rule(f"r{n}", pattern("p")) for n in range(250)], [199, 51]),
        # 200 patterns on a kind
        ([rule(f"r{n}", pattern("p"), pattern("p")) for n in range(150)], [100, 50]),
        # 300 kinds, the go fact's one of them
        ([rule(f"r{n}", pattern(f"p{n}"), pattern(f"q{n}")) for n in range(160)], [149, 11]),
        # 56 conditions on a kind: here 1 join, the one after it, and the guards that all rules share
        ([rule(f"r{n}", pattern("p"), pattern("q", joins=[Join("x", 0, "y")])) for n in range(40)], [27, 13]),
    ],
)
def test_a_shard_is_filled_to_its_bound_and_no_further(rules: list[CompiledRule], sizes: list[int]) -> None:
    assert [len(shard.rules) for shard in compiled(rules)[1]] == sizes


@pytest.mark.parametrize("seed", range(40))
def test_every_durable_rule_is_in_the_subset(seed: int) -> None:
    for shard in compiled(World(seed).rules(30))[1]:
        durable_rules = json.loads(shard.text)
        assert durable_rules.pop(CANARY)["pri"] == 60000
        for durable_rule in durable_rules.values():
            assert durable_rule["cap"] == 65535
            aliases = [alias for aliased in durable_rule["all"] for alias in aliased]
            positive = [alias for alias in aliases if alias.startswith("p")]
            absent = [alias for alias in aliases if alias.endswith("$not")]
            assert aliases == positive + (["g", *absent] if absent else [])
            assert positive
            for aliased in durable_rule["all"]:
                [conjunction] = aliased.values()
                joins = [condition for condition in conjunction["$and"][1:] if refers(json.dumps(condition))]
                guards = {name for part in conjunction["$and"] for name in part.get("$ex", ())}
                if joins:
                    assert conjunction["$and"][-1] == joins[-1] == {"one": {"p0": "one"}}
                    assert guards >= {name for join in joins[:-1] for name in join}


def test_what_a_join_speaks_of_is_always_there() -> None:
    rules = [rule("r", pattern("p"), pattern("q", joins=[Join("x", 0, "y")]))]
    wire, [shard] = compiled(rules)
    assert '{"a_x":{"p0":"r_y"}}' in shard.text
    assert '{"p0":{"$and":[{"kind":"p"},{"$ex":{"r_y":1}}]}}' in shard.text
    [stated, missing] = [json.loads(text) for text in wire.texts("p", facts(("p", {"y": 1}), ("p", {})))]
    assert (stated["r_y"], missing["r_y"]) == ("i1", "-")


def test_only_what_rules_use_is_sent() -> None:
    rules = [rule("r", pattern("p", Test("x", Op.ABOVE, 1), Test("y", Op.STATE, "blank")))]
    wire, _ = compiled(rules)
    [text] = wire.texts("p", [fact("p", 0, {"y": State.BLANK, "z": State.BLANK}, x=7, z=1, word="secret")])
    assert json.loads(text) == {
        "sid": SESSION,
        "id": "000000",
        "kind": "p",
        "n": 0,
        "one": 1,
        "o_x": 7,
        "s_y": "blank",
    }


def test_attributes_whose_names_collide_in_the_hash_are_kept_apart() -> None:
    one, other = COLLIDING
    assert hashed(f"a_{one}") == hashed(f"a_{other}")
    rules = [rule(name, pattern("p", Test(name, Op.IS, 1))) for name in COLLIDING]
    engine = DurableEngine(rules)
    assert engine.run(facts(("p", {one: 1}))) == [Hit(one, (0,))]
    assert engine.run(facts(("p", {other: 1}))) == [Hit(other, (0,))]


def test_no_two_facts_and_no_session_are_one_to_durable_rules() -> None:
    tails = [tuple(f"{number:03}".encode()) for number in range(1000)]
    known = set()
    for head in range(1000):
        start = hashed(f"{head:03}")
        for tail in tails:
            value = start
            for byte in tail:
                value = (value ^ byte) * 16777619 & 0xFFFFFFFF
            known.add(value)
    assert len(known) == 1_000_000
    assert hashed("123456") in known
    assert hashed(f"sid-{SESSION}") not in known


def test_no_two_aliases_are_one_to_durable_rules() -> None:
    names = ["$m", "m", "g", *chain.from_iterable((f"p{n}", f"n{n}") for n in range(MOST_POSITIVE))]
    assert len({hashed(name) for name in names}) == len(names)


def test_2000_drafts_on_one_engine() -> None:
    rules = [
        rule("capless", pattern("party"), absent=[pattern("cap", joins=[Join("of", 0, "ref")])]),
        rule("capped", pattern("party"), pattern("cap", joins=[Join("of", 0, "ref")])),
    ]
    engine, reference = DurableEngine(rules), ReferenceEngine(rules)
    for number in range(2000):
        parties = [("party", {"ref": f"P{n}"}) for n in range(number % 7)]
        caps = [("cap", {"of": f"P{n * (number % 3)}"}) for n in range(number % 5)]
        drafted = facts(*parties, *caps)
        assert engine.run(drafted) == reference.run(drafted)


def test_no_session_outlives_its_draft() -> None:
    engine = DurableEngine([rule("r", pattern("p"))])
    engine.run(facts(("p", {})))
    [handle] = handles_of(engine)
    with pytest.raises(durable.rete.error, match="309"):
        durable.rete.get_state(handle, SESSION)


def test_rulesets_are_released_with_their_engine() -> None:
    engine = DurableEngine([rule("r", pattern("p"))])
    engine.run(facts(("p", {})))
    [handle] = handles_of(engine)
    del engine
    with pytest.raises(durable.rete.error, match="111"):
        durable.rete.delete_ruleset(handle)


RULES = [rule("r", pattern("p")), rule("s", pattern("q"), absent=[pattern("p")])]
DRAFT = facts(("p", {}), ("q", {}))


REAL = durable.rete


class Broken:
    """durable-rules, but one of its calls answers, now and again, with something else."""

    def __init__(self, call: str, answer: object, times: int = 1) -> None:
        self._call, self._answer, self._times = call, answer, times

    def __getattr__(self, name: str) -> Any:
        return self._fail if name == self._call and self._times else getattr(REAL, name)

    def _fail(self, *_: object) -> object:
        self._times -= 1
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


@pytest.mark.parametrize(
    ("call", "answer", "reason"),
    [
        ("create_ruleset", MemoryError(), "did not take the rules"),
        ("assert_fact", (2, 1), "did not take a fact (code 2)"),
        ("assert_fact", (3, 1), "did not take a fact (code 3)"),
        ("assert_fact", MemoryError("full"), "durable-rules failed: full"),
        ("start_action_for_state", None, "stopped before it had tried every rule"),
        ("complete_and_start_action", None, "stopped before it had tried every rule"),
        ("complete_and_start_action", '{"canary": [{}]}', "stopped before it had tried every rule"),
        ("complete_and_start_action", '{"0": [{}]}', "durable-rules failed"),
        ("complete_and_start_action", '{"99": [{}]}', "durable-rules failed"),
        ("complete_and_start_action", "{", "durable-rules failed"),
        ("delete_state", MemoryError("full"), "durable-rules failed: full"),
    ],
)
def test_any_other_answer_is_a_fault_and_the_next_draft_is_judged_anew(
    monkeypatch: pytest.MonkeyPatch, call: str, answer: object, reason: str
) -> None:
    engine = DurableEngine(RULES)
    monkeypatch.setattr(durable, "rete", Broken(call, answer))
    with pytest.raises(EngineFault) as fault:
        engine.run(DRAFT)
    assert reason in str(fault.value)
    assert engine.run(DRAFT) == [Hit("r", (0,))]


def test_a_last_fact_that_no_rule_cares_for_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the go fact the canary is silent, and silence must not pass for a clean draft."""
    monkeypatch.setattr(durable, "GO", "__gone__")
    with pytest.raises(EngineFault, match=r"did not take the last fact \(code 1\)"):
        DurableEngine(RULES).run(DRAFT)


def test_a_rule_too_large_for_any_shard_is_a_fault() -> None:
    wide = rule("wide", pattern("p", *(Test("x", Op.IS_NOT, n) for n in range(57))))
    with pytest.raises(EngineFault, match="rule wide: too many conditions for durable-rules"):
        DurableEngine([wide]).run(DRAFT)


def test_a_kind_of_which_too_many_attributes_are_used_is_a_fault() -> None:
    rules = [rule(f"r{n}", pattern("p", Test(f"x{n}", Op.IS, 1))) for n in range(241)]
    assert DurableEngine(rules[:240]).run([fact("p", 0, x239=1)]) == [Hit("r239", (0,))]
    with pytest.raises(EngineFault, match="too many attributes of p are used"):
        DurableEngine(rules).run(DRAFT)


def test_durable_rules_own_python_layer_is_never_loaded() -> None:
    program = (
        "import sys, threading, clausecheck.engine.durable as durable\n"
        "durable.DurableEngine([]).run([])\n"
        "assert 'durable_rules_engine' in sys.modules\n"
        "assert not [name for name in sys.modules if name.split('.')[0] == 'durable']\n"
        "assert threading.active_count() == 1\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
