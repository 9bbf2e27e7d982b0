"""A date on the command line."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import click

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


if TYPE_CHECKING:
    Base = click.ParamType[date]
else:
    Base = click.ParamType  # not generic in every release of click


class Day(Base):
    """A date, as `2026-07-01` or `1 July 2026`, whatever the language of the machine."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a usage error."""
        if isinstance(value, date):
            return value
        text = str(value).strip()
        try:
            if words := re.fullmatch(r"(\d{1,2})\s+([A-Za-z]{3,9})\s+(\d{4})", text):
                return date(int(words[3]), _MONTHS.index(words[2][:3].lower()) + 1, int(words[1]))
            return date.fromisoformat(text)
        except ValueError:
            self.fail(f'"{text}" is not a date; write it as 2026-07-01 or "1 July 2026"', param, ctx)


DAY = Day()
