"""Dates as drafts write them, whatever the language of the machine."""

from __future__ import annotations

from datetime import date

from clausecheck.model.atoms import MONTHS


def in_words(day: date) -> str:
    """`3 March 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
