"""What a head and a label are: the words of the clause language, as data.

The vocabulary is the one place that knows them. Reading, facts, `clausecheck vocabulary` and the
documentation all follow from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache


class Shape(StrEnum):
    """What the value of a label, or of a bullet, is written like. Each names a start of the grammar."""

    TEXT = "text"  # free words; dates, money, references and holes in them are still found
    CHOICE = "choice"  # one of a closed list, or several with commas; a note may follow
    YES_NO = "yes or no"  # yes or no, then perhaps a note
    NAMES = "names"  # ids of blocks in this draft, with commas
    MONEY = "money"  # £350,000 per Contract Year
    AMOUNT = "amount"  # money, or a percentage of a base; perhaps for a party
    PERCENT = "percent"  # 45%, 2.5% of Budget
    COUNT = "count"  # a whole number or a percentage, then perhaps a note
    DATE = "date"  # 1 April 2026
    DURATION = "duration"  # 10 Operational Days
    THRESHOLD = "threshold"  # at most 225 by 31 March 2027
    MEASURED = "measured"  # 81.5% in 2024/25, n=4,100
    SHARES = "shares"  # ICB 45%, Council 55%
    MONEYS = "moneys"  # ICB £139m, Council £39m
    VOTES = "votes"  # ICB 2, Council 1
    FORM = "form"  # a contract form and its edition
    BAND_RULE = "band rule"  # how a band is shared: a share list, or words
    NONE = "none"  # only bullets are expected


class Key(StrEnum):
    """What stands before the colon of a bullet."""

    NONE = "none"  # the bullet has no key
    YEAR = "year"  # 2026/27, Year 1
    BAND = "band"  # 1% to 5% of Budget, above 5% of Budget
    SIDE = "side"  # gains, losses; may be left out
    WORDS = "words"  # free words: a criterion, a step, a scheme


@dataclass(frozen=True, slots=True)
class Bullets:
    """How the bullets under a label are written: `key: value`, or a value alone; some may be either."""

    key: Key
    value: Shape
    either: bool = False


@dataclass(frozen=True)
class LabelType:
    """A label of a head: what it is called, what it holds, and how it is written.

    `choices` are in canonical spelling; a choice synonym is written "also said: canonical" in
    `choice_synonyms`, and those that may mean something else in law are `loose`. `refers` names the heads
    whose ids the value may hold (NAMES, SHARES, VOTES, MONEYS and the parties in AMOUNT). `example` is a
    value as a drafter would write it, without the label.
    """

    name: str
    shape: Shape
    doc: str
    example: str
    bullets: Bullets | None = None
    choices: tuple[str, ...] = ()
    many: bool = False
    synonyms: tuple[str, ...] = ()
    choice_synonyms: dict[str, str] = field(default_factory=dict)
    loose: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()

    @cached_property
    def attribute(self) -> str:
        """The name that rules know the label by: `Gain conditions` is `gain_conditions`."""
        return re.sub(r"[^a-z0-9]+", "_", self.name.lower()).strip("_")


@dataclass(frozen=True)
class Head:
    """A kind of block: its head in capitals, whether it bears an id and a title, and its labels."""

    name: str
    doc: str
    labels: tuple[LabelType, ...]
    identified: bool = True
    titled: bool = False
    synonyms: tuple[str, ...] = ()

    @cached_property
    def kind(self) -> str:
        """The kind of fact that a block of this head becomes: `RISK SHARE` is `risk_share`."""
        return self.name.lower().replace(" ", "_")

    @cached_property
    def by_name(self) -> dict[str, LabelType]:
        """Labels by folded name; synonyms are not in it."""
        return {folded(label.name): label for label in self.labels}

    @cached_property
    def by_synonym(self) -> dict[str, LabelType]:
        """Labels by folded synonym."""
        return {folded(word): label for label in self.labels for word in label.synonyms}

    def label(self, written: str) -> LabelType | None:
        """The label a drafter means by these words, in any case and any of its synonyms."""
        key = folded(written)
        return self.by_name.get(key) or self.by_synonym.get(key)


_PLAIN = {0x2010: "-", 0x2011: "-", 0x2013: "-", 0x2014: "-", 0x2018: "'", 0x2019: "'"}


@lru_cache(4096)  # labels, choices and terms are compared over and over
def folded(words: str) -> str:
    """Words as they are compared: one case, single spaces, plain hyphens and apostrophes."""
    return " ".join(words.translate(_PLAIN).casefold().split())
