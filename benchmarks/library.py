"""Measures the library in one process; `benchmarks.run` starts it in the environment that has the wheel.

Prints JSON: the milliseconds of each warm check of the 100-line draft, and drafts a second over the
generated drafts, once a pass.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import clausecheck
from benchmarks.generate import drafts
from clausecheck.checker import Checker

HERE = Path(__file__).parent
WARM_UP, WARM_RUNS = 20, 200
DRAFTS, PASSES = 500, 3


def main() -> None:
    if HERE.parent / "src" in Path(clausecheck.__file__).parents:
        sys.exit("this measures an installed wheel, not the checkout; run `make bench`")
    checker = Checker()
    warm = warm_times(checker, (HERE / "drafts" / "hundred.clause").read_text("utf-8"))
    texts = list(drafts(DRAFTS))
    rates, findings = [], 0
    for _ in range(PASSES):
        start = time.perf_counter()
        findings = sum(check(checker, text) for text in texts)
        rates.append(len(texts) / (time.perf_counter() - start))
    result = {"warm_ms": warm, "drafts_per_second": rates, "drafts": len(texts), "findings": findings}
    json.dump(result, sys.stdout)


def warm_times(checker: Checker, text: str) -> list[float]:
    """Milliseconds of each check of `text`, after some that are not counted."""
    times = []
    for run in range(WARM_UP + WARM_RUNS):
        start = time.perf_counter()
        check(checker, text)
        if run >= WARM_UP:
            times.append((time.perf_counter() - start) * 1000)
    return times


def check(checker: Checker, text: str) -> int:
    """Check one draft with all rules; how many findings there are."""
    return len(checker.check_text(text, "draft.clause").findings)


if __name__ == "__main__":
    main()
