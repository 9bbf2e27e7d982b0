"""Drafts that are broken on one line are still read everywhere else, and the break is seen.

A fixed sample; `make mutation` tries every mutant, and README.md beside this file has its rates.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.model.build import build
from clausecheck.source import source_from_text

from . import measure
from .mutants import mutants

ONE_IN = 40


@pytest.fixture(scope="module")
def tally() -> measure.Tally:
    whole = measure.Tally()
    for path in measure.drafts():
        whole.add(measure.measure(path, ONE_IN))
    return whole


def test_nothing_raises(tally: measure.Tally) -> None:
    assert not tally.raised, tally.misses


def test_a_broken_line_costs_that_line_only(tally: measure.Tally) -> None:
    assert tally.rate("kept") >= 0.99, tally.misses


def test_a_break_is_harmless_or_seen_on_its_line(tally: measure.Tally) -> None:
    assert tally.rate("seen") >= 0.985, tally.misses


def test_a_break_gives_one_finding(tally: measure.Tally) -> None:
    assert tally.rate("single") >= 0.98, tally.misses


def test_the_sample_has_every_kind_of_break(tally: measure.Tally) -> None:
    text = (measure.ROOT / "examples" / "frailty-alliance.clause").read_text(encoding="utf-8")
    assert set(tally.made) == {mutant.kind for mutant in mutants(text, measure.SEED)}
    assert sum(tally.made.values()) > 500


def test_the_measure_can_fail(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A reader that passed over what it cannot read would be found out."""
    draft = tmp_path / "draft.clause"
    draft.write_text('PARTY ICB "NHS X"\n  Kind: ICB\n  Role: commissioner\n', encoding="utf-8")
    assert measure.measure(draft).rate("seen") == 1
    monkeypatch.setattr(measure, "build", lambda source: (build(source)[0], []))
    assert measure.measure(draft).rate("seen") < 0.95


def test_the_shape_tells_drafts_apart() -> None:
    one = build(source_from_text('PARTY A "x"\n  Kind: ICB\n', "a.clause"))[0]
    other = build(source_from_text('PARTY A "x"\n  Role: provider\n', "a.clause"))[0]
    assert measure.shape(one) != measure.shape(other)
    assert measure.size(one) == (1, 1)
