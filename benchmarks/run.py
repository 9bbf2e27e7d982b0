"""Measures clausecheck, as its users have it, against other Python linters: `make bench`.

The commands take turns (A B C A B C ...), so that whatever else the machine does falls on all alike, and
each ratio is of two neighbours in one turn. Medians are what is reported; least and most show the noise.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).parent
LATEST = HERE / "latest.json"

CHECK, HELP = "clausecheck check", "clausecheck --help"
OURS = {
    CHECK: ("clausecheck", "check", "hundred.clause"),
    HELP: ("clausecheck", "--help"),
}
PEERS = {
    "gdlint": ("gdlint", "tiny.gd"),
    "yamllint": ("yamllint", "tiny.yaml"),
    "yamllint --help": ("yamllint", "--help"),
    "sqlfluff lint": ("sqlfluff", "lint", "--dialect", "ansi", "tiny.sql"),
    "cfn-lint": ("cfn-lint", "template.yaml"),
}
COMPARED = (
    (CHECK, "gdlint"),
    (CHECK, "sqlfluff lint"),
    (CHECK, "cfn-lint"),
    (CHECK, "yamllint"),
    (HELP, "yamllint --help"),
)
AIMS = {(CHECK, "gdlint"): 1.0, (HELP, "yamllint --help"): 1.0}
WARM_AIM_MS = 25.0


@dataclass(frozen=True)
class Spread:
    """Several measurements of one thing."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """The spread of at least one measurement."""
        return cls(round(median(values), 3), round(min(values), 3), round(max(values), 3))


def main() -> int:
    """Measure, print a table and write it to latest.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--environments", type=Path, required=True, help="folder made by `make bench`")
    parser.add_argument("--rounds", type=int, default=15, help="turns that each command takes")
    options = parser.parse_args()
    environments = options.environments.resolve()
    with tempfile.TemporaryDirectory(prefix="clausecheck-bench-") as folder:
        times = cold(commands(environments), Path(folder), options.rounds)
        library = in_process(environments / "clausecheck", Path(folder))
    result = summary(times, library)
    LATEST.write_text(json.dumps(result, indent=2) + "\n", "utf-8")
    print(table(result))
    return 0


def commands(environments: Path) -> dict[str, list[str]]:
    """The command lines to measure, by name, with the program's path in its environment."""
    found = {}
    for environment, lines in (("clausecheck", OURS), ("peers", PEERS)):
        for name, (program, *arguments) in lines.items():
            found[name] = [str(environments / environment / "bin" / program), *arguments]
    return found


def cold(lines: dict[str, list[str]], folder: Path, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of every run of each command, each a new process, in turns; one unmeasured turn first."""
    work = folder / "work"
    shutil.copytree(HERE / "tiny", work)
    shutil.copy(HERE / "drafts" / "hundred.clause", work)
    times: dict[str, list[float]] = {name: [] for name in lines}
    for turn in range(rounds + 1):
        for name, line in lines.items():
            elapsed = run_once(line, work, environment(folder))
            if turn:
                times[name].append(elapsed)
        print(f"\rturn {turn} of {rounds}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return times


def environment(folder: Path) -> dict[str, str]:
    """A user's environment with a home of its own, so that no setting of this machine has a say."""
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}


def run_once(line: list[str], work: Path, variables: dict[str, str]) -> float:
    """Milliseconds from start to end of one process. Exits if the command could not do its work."""
    start = time.perf_counter()
    done = subprocess.run(line, cwd=work, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    elapsed = (time.perf_counter() - start) * 1000
    if done.returncode not in (0, 1):  # 1 is findings
        sys.exit(f"{' '.join(line)} failed with {done.returncode}:\n{done.stderr.decode(errors='replace')}")
    return elapsed


def in_process(environment_folder: Path, folder: Path) -> dict[str, Any]:
    """What benchmarks/library.py measures in the environment that has the wheel."""
    line = [str(environment_folder / "bin" / "python"), "-m", "benchmarks.library"]
    done = subprocess.run(line, cwd=HERE.parent, env=environment(folder), stdout=subprocess.PIPE)
    if done.returncode:
        sys.exit("benchmarks.library failed")
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def summary(times: dict[str, list[float]], library: dict[str, Any]) -> dict[str, Any]:
    """Everything measured, as latest.json has it."""
    return {
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "rounds": len(times[CHECK]),
        "cold_ms": {name: asdict(Spread.of(values)) for name, values in times.items()},
        "ratios": [
            {
                "of": ours,
                "to": peer,
                **asdict(Spread.of([a / b for a, b in zip(times[ours], times[peer], strict=True)])),
                "aim": AIMS.get((ours, peer)),
            }
            for ours, peer in COMPARED
        ],
        "warm_ms": asdict(Spread.of(library["warm_ms"])) | {"aim": WARM_AIM_MS},
        "drafts_per_second": asdict(Spread.of(library["drafts_per_second"])),
        "drafts": library["drafts"],
        "findings": library["findings"],
    }


def table(result: dict[str, Any]) -> str:
    """The summary for a person to read."""
    warm, rate = result["warm_ms"], result["drafts_per_second"]
    lines = [f"Python {result['python']}, {result['machine']}, {result['rounds']} turns"]
    lines += ["", "cold start, ms"]
    lines += [row(name, values) for name, values in result["cold_ms"].items()]
    lines += ["", "ratio, turn by turn"]
    lines += [row(f"{ratio['of']} / {ratio['to']}", ratio) for ratio in result["ratios"]]
    lines += ["", "in one process"]
    lines += [
        row("warm check of 100 lines, ms", warm),
        row(f"{result['drafts']} drafts, drafts a second", rate),
    ]
    return "\n".join(lines)


def row(name: str, values: dict[str, Any]) -> str:
    """One line of the table: the name, the spread and, where there is an aim, whether it is met."""
    aim = values.get("aim")
    verdict = "" if aim is None else f"  aim {aim:g}: {'met' if values['median'] <= aim else 'MISSED'}"
    return f"  {name:38}{values['median']:9.2f}  ({values['least']:.2f} to {values['most']:.2f}){verdict}"


if __name__ == "__main__":
    sys.exit(main())
