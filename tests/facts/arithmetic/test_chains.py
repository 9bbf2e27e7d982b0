"""Circles in chains of contracts."""

from __future__ import annotations

import pytest

from clausecheck.facts.arithmetic.chains import circles


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ("", []),
        ("AB", []),
        ("AA", ["A"]),
        ("AB BA", ["AB"]),
        ("BA AB", ["BA"]),
        ("AB BC CA", ["ABC"]),
        ("AB AC BC", []),
        ("AB AB BA", ["AB"]),
        ("AB BA BC CB", ["AB", "BC"]),
        ("AB BC CA CB", ["ABC", "BC"]),
        ("XA AB BA", ["AB"]),
    ],
)
def test_a_circle_is_found_once(links: str, found: list[str]) -> None:
    assert ["".join(each) for each in circles((link[0], link[1]) for link in links.split())] == found
