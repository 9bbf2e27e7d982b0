"""Every check that was considered for a pack is a rule of it, or is left out with a reason."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))  # the tools lie beside the package

from tools.pack_pages import considered  # noqa: E402

from clausecheck.rules.catalogue import load_catalogue  # noqa: E402

NUMBERS = {"risk-share": 55, "outcomes": 50, "lessons": 20, "nhs-standard-contract": 167, "procurement": 128}


@pytest.mark.parametrize("pack", NUMBERS)
def test_every_check_is_accounted_for_once(pack: str) -> None:
    found = considered(pack)
    assert found is not None
    assert len(found.codes) == NUMBERS[pack]
    ruled = {rule.code for rule in load_catalogue().rules.values() if rule.pack == pack}
    for code in found.codes:
        assert (code in ruled) + (code in found.ruled) + (code in found.left_out) == 1, code
    assert {*found.left_out, *found.ruled} <= set(found.codes)
    assert set(found.ruled.values()) <= set(load_catalogue().rules)


@pytest.mark.parametrize("pack", NUMBERS)
def test_what_is_left_out_says_what_it_asked_and_why_it_is_no_rule(pack: str) -> None:
    found = considered(pack)
    assert found is not None
    for code, left_out in found.left_out.items():
        assert len(left_out.asks.split()) >= 4, code
        assert len(left_out.reason.split()) >= 5, code
        assert not left_out.rule or left_out.rule in load_catalogue().rules, code
