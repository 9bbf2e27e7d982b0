"""One finding: what is wrong, where, why it matters, on whose authority, and what to do.

A finding is data. Renderers turn it into text, JSON or SARIF; nothing here knows how it will look.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import IntEnum, StrEnum
from hashlib import blake2b
from typing import NamedTuple

from clausecheck.spans import Span


class Level(IntEnum):
    """How grave a finding is; a higher level is graver, so levels can be compared."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The level as users write and read it."""
        return self.name.lower()

    @classmethod
    def named(cls, word: str) -> Level:
        """The level a word names. Raises KeyError for any other word."""
        return cls[word.upper()]


class Class(StrEnum):
    """What kind of fault a finding speaks of."""

    MISSING = "missing"
    NON_COMPLIANT = "non-compliant"
    INCONSISTENT = "inconsistent"
    OFF_STANDARD = "off-standard"
    DRAFTING = "drafting"
    PLACEHOLDER = "placeholder"
    SYNTAX = "syntax"


class Confidence(StrEnum):
    """How sure the rule is that what it found is what it says."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Safety(StrEnum):
    """What applying a fix does to the contract."""

    SAFE = "safe"
    CHANGES_LEGAL_MEANING = "changes legal meaning"
    DISPLAY_ONLY = "display only"


class Edit(NamedTuple):
    """Replace the text at `span` by `text`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A change that would mend the finding, and how safe it is to make."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...] = ()


class Label(NamedTuple):
    """A stretch of the draft that the finding also speaks of, with a few words about it."""

    span: Span
    text: str = ""


class Notice(NamedTuple):
    """What the program itself has to say of a place, before its rule card gives it level and authority."""

    rule: str
    message: str
    span: Span
    labels: tuple[Label, ...] = ()
    consequence: str = ""
    help: str = ""
    fix: Fix | None = None
    path: tuple[str, ...] = ()


class Waived(NamedTuple):
    """Who accepted a finding, why, and until when."""

    reason: str
    by: str
    on: date | None
    until: date


class Finding(NamedTuple):
    """What a rule says of one place in one draft.

    `path` leads to the place in the reader's terms ("RISK SHARE R1", "Shares"). `consequence` is in
    pounds, days or enforceability. `evidence` is the tag of the weakest fact the rule rests on.
    """

    rule: str
    code: str
    level: Level
    kind: Class
    message: str
    file: str
    span: Span
    path: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    consequence: str = ""
    help: str = ""
    authority: tuple[str, ...] = ()
    evidence: str = ""
    confidence: Confidence = Confidence.HIGH
    fix: Fix | None = None
    pack: str = ""
    url: str = ""
    fingerprint: str = ""
    waived: Waived | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, place, rule and words: the order every report uses."""
        return (self.file, self.span.start, self.span.end, self.rule, self.message)


def fingerprint(rule: str, path: Iterable[str], text: str, ordinal: int) -> str:
    """A name for a finding that survives edits elsewhere in the draft.

    Built from the rule, the heading path, the text it points at with white space folded, and an ordinal
    that tells apart findings alike in all of these.
    """
    parts = "\x1f".join((rule, *path, " ".join(text.split()), str(ordinal)))
    return blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
