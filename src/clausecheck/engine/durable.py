"""Runs compiled rules on durable-rules.

durable-rules is used through the calls of its compiled module alone, one at a time and in one order:
facts, then the go fact, then the actions until none is left, then the session is deleted. Its own Python
layer starts timer threads, swallows exceptions and drops matches after ten seconds of wall clock; none of
that is imported. An answer that is not exactly what was expected is an EngineFault, never "no hits".
"""

from __future__ import annotations

import json
import struct
import weakref
from collections.abc import Iterable, Mapping, Sequence
from threading import Lock

import durable_rules_engine as rete

from clausecheck.engine.limits import GO, JoinBound, check_facts, check_rules, grouped
from clausecheck.engine.protocol import EngineFault, Hit
from clausecheck.engine.shards import CANARY, Shard, compiled
from clausecheck.engine.wire import SESSION, Wire, bare
from clausecheck.facts.fact import Fact
from clausecheck.rules.compiled import CompiledRule

if struct.calcsize("l") < 8:
    raise ImportError("durable-rules cuts amounts to 32 bits on this platform")

_TAKEN = (0, 1)  # kept, or of no interest to any rule; anything else lost the fact


class DurableEngine:
    """Compiled rules as rulesets of durable-rules.

    Invariant: between runs no ruleset has a session. After a fault the rulesets are thrown away, since
    what a broken session leaves behind cannot be trusted, and made anew for the next draft.
    """

    name = "durable"

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        """Raises EngineFault for rules that no engine can run. The rulesets are made by the first run."""
        check_rules(rules)
        self._rules = tuple(rules)
        self._bound = JoinBound(rules)
        self._loaded: _Loaded | None = None
        self._lock = Lock()  # a ruleset has one session, so one draft at a time

    def run(self, facts: Sequence[Fact]) -> list[Hit]:
        """Every hit, each once, sorted. Raises EngineFault where anything went otherwise than it should."""
        check_facts(facts)
        by_kind = grouped(facts)
        self._bound.check(by_kind)
        with self._lock:
            if self._loaded is None:
                self._loaded = _Loaded(self._rules)
            finished = False
            try:
                hits = self._loaded.run(by_kind, len(facts))
                finished = True
            except (rete.error, MemoryError, ValueError, LookupError, TypeError) as err:
                raise EngineFault(f"durable-rules failed: {err}") from err
            finally:
                if not finished:
                    self._loaded = None
        return sorted(hits)


class _Loaded:
    """Rulesets that durable-rules holds, released with this object."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        self._wire: Wire
        self._wire, shards = compiled(rules)
        handles: list[int] = []
        weakref.finalize(self, _release, handles).atexit = False
        self._shards: list[tuple[int, Shard]] = []
        for shard in shards:
            try:
                handle: int = rete.create_ruleset("clausecheck", shard.text)
            except (rete.error, MemoryError) as err:
                raise EngineFault(f"durable-rules did not take the rules: {err}") from err
            handles.append(handle)
            self._shards.append((handle, shard))
        self._kinds = sorted({kind for shard in shards for kind in shard.kinds})

    def run(self, by_kind: Mapping[str, Sequence[Fact]], count: int) -> set[Hit]:
        texts = {kind: self._wire.texts(kind, by_kind.get(kind, ())) for kind in self._kinds}
        go = bare(GO, count)
        hits: set[Hit] = set()
        for handle, shard in self._shards:
            spoken_of = [text for kind in shard.kinds for text in texts[kind]]
            if spoken_of:  # every rule looks for some fact, so without any there is nothing to find
                hits.update(_judged(handle, shard, spoken_of, go))
        return hits


def _judged(handle: int, shard: Shard, facts: Iterable[str], go: str) -> Iterable[Hit]:
    """The hits of one ruleset, in no order and perhaps twice. Leaves no session behind."""
    for text in facts:
        code, _ = rete.assert_fact(handle, text)
        if code not in _TAKEN:
            raise EngineFault(f"durable-rules did not take a fact (code {code})")
    code, session = rete.assert_fact(handle, go)
    if code != 0:
        raise EngineFault(f"durable-rules did not take the last fact (code {code})")
    hits: list[Hit] = []
    fired: list[tuple[str, int]] = []
    begun = rete.start_action_for_state(handle, session)
    action = begun and begun[1]
    while action:
        [(name, matches)] = json.loads(action).items()
        fired.append((name, len(matches)))
        if name != CANARY:
            rule, size = shard.rules[int(name)]
            aliases = [f"p{index}" for index in range(size)]
            hits += [Hit(rule, tuple(match[alias]["n"] for alias in aliases)) for match in matches]
        action = rete.complete_and_start_action(handle, session)
    if (CANARY, 1) not in fired or fired.index((CANARY, 1)) != len(fired) - 1:
        raise EngineFault("durable-rules stopped before it had tried every rule")
    rete.delete_state(handle, SESSION)
    return hits


def _release(handles: Iterable[int]) -> None:
    for handle in handles:
        rete.delete_ruleset(handle)
