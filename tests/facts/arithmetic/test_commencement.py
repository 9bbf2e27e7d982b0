from __future__ import annotations

from datetime import date

import pytest

from clausecheck.facts.arithmetic.commencement import start_after


@pytest.mark.parametrize(
    ("met", "start", "late"),
    [
        ("2026-03-01", "2026-04-05", 0),
        ("2026-04-04", "2026-04-05", 0),
        ("2026-04-05", "2026-04-06", 1),
        ("2026-04-10", "2026-04-11", 6),
        ("9999-12-31", "9999-12-31", (date.max - date(2026, 4, 5)).days),
    ],
)
def test_services_start_the_day_after(met: str, start: str, late: int) -> None:
    found = start_after(date(2026, 4, 5), date.fromisoformat(met))
    assert (found.day.isoformat(), found.late) == (start, late)
