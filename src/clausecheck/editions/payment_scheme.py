"""The NHS Payment Scheme as data: what it said from which day, as far as it was read."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from clausecheck import data

_PENCE = 100


class Scheme(NamedTuple):
    """One scheme. It holds from `valid_from` to `valid_to`; None where no later one is known.

    `read_to` is the last day for which it was read as the law of the day; after that it is only the newest
    that was read.
    """

    name: str
    valid_from: date
    valid_to: date | None
    read_to: date | None
    low_volume_limit: int
    evidence: str
    source: str

    def words(self, day: date | None) -> str:
        """The scheme, for a message about services that begin on `day`."""
        late = self.read_to is not None and (day is None or day > self.read_to)
        return f"the NHS Payment Scheme {self.name}" + (", the newest that was read" if late else "")


@cache
def schemes() -> tuple[Scheme, ...]:
    """Every scheme, the oldest first. Raises ValueError if the file is wrong."""
    import tomllib

    path = data.folder("rulesets") / "nhs-standard-contract" / "data" / "payment-scheme.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["schemes"]
    found = []
    for row in rows:
        limit = row["low_volume_limit"] * _PENCE
        kept = {name: row.get(name) for name in ("valid_to", "read_to")}
        named = {name: row[name] for name in ("name", "valid_from", "evidence", "source")}
        unknown = set(row) - {*kept, *named, "low_volume_limit"}
        if unknown:
            raise ValueError(f"payment-scheme.toml: {', '.join(sorted(unknown))} is not known")
        found.append(Scheme(low_volume_limit=limit, **kept, **named))
    return tuple(sorted(found, key=lambda scheme: scheme.valid_from))


def scheme_on(day: date | None) -> Scheme | None:
    """The scheme for services that begin on `day`, the newest where no day is known; else None."""
    if day is None:
        return schemes()[-1]
    held = [each for each in schemes() if each.valid_from <= day]
    if not held or (held[-1].valid_to is not None and day > held[-1].valid_to):
        return None
    return held[-1]
