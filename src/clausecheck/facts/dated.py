"""Figures of the law that count from one day to another, kept in tables beside the rules that use them.

A table never loses a figure: one that is replaced gets its last day, and a draft is judged by its own dates.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from clausecheck import data


class Figure(NamedTuple):
    """A figure and the days on which it counts, both inclusive; `valid_to` is None while it still does.

    Money is pence; all else is a whole number of `unit`.
    """

    name: str
    value: int
    unit: str
    valid_from: date
    valid_to: date | None
    source: str
    evidence: str

    def counts_on(self, day: date) -> bool:
        """Whether it is the law on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def counting(figures: Iterable[Figure], name: str, day: date | None) -> Figure | None:
    """The figure called `name` on `day`, or the newest where no day is known; None if it had none yet."""
    named = [figure for figure in figures if figure.name == name]
    if day is None:
        return max(named, key=lambda figure: figure.valid_from, default=None)
    return next((figure for figure in named if figure.counts_on(day)), None)


@cache
def figures_of(pack: str, table: str) -> tuple[Figure, ...]:
    """The figures of `rulesets/PACK/data/TABLE.toml`, in order."""
    path = data.folder("rulesets") / pack / "data" / f"{table}.toml"
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Figure(
            name=entry["name"],
            value=entry["value"] * (100 if entry["unit"] == "pounds" else 1),
            unit=entry["unit"],
            valid_from=entry["valid_from"],
            valid_to=entry.get("valid_to"),
            source=read["sources"][entry["source"]],
            evidence=entry["evidence"],
        )
        for entry in read["figure"]
    )
