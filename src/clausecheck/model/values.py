"""The values of the clause language, exact and each with its place in the draft.

Money is whole pence, percentages and numbers are `Decimal`, dates are `date`. A value that says it is
still to come is a `Hole`; one that cannot be what it is written as (31 April) says why in `problem`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from clausecheck.model.record import record
from clausecheck.spans import Span


@record
class Placed:
    """Anything that stands somewhere: `span` is where, `raw` what is written there.

    `rest` is what was found in free words behind a value: `subject to [ ]` after a date has a hole in it.
    """

    span: Span
    raw: str
    rest: tuple[Part, ...] = ()


class DayKind(StrEnum):
    """What a day is counted as. They differ in law; `BARE` is a plain `days`, which says too little."""

    OPERATIONAL = "Operational Days"
    WORKING = "working days"
    CALENDAR = "calendar days"
    CLEAR = "clear days"
    BARE = "days"


@record
class Hole(Placed):
    """A place the draft still has to fill: `[ ]`, `TBC`, `£[ ]`. `wants` names what goes there, if said."""

    kind: Literal["hole"] = "hole"
    wants: str = ""


@record
class Money(Placed):
    """An amount in pence. `per` is the unit of time or people it is for, `vat` what it says of VAT."""

    kind: Literal["money"] = "money"
    pence: int
    per: str | None = None
    vat: Literal["excluding VAT", "including VAT"] | None = None


@record
class Percent(Placed):
    """A percentage; `of` is its base in the drafter's words ("Budget"), without the article."""

    kind: Literal["percent"] = "percent"
    value: Decimal
    of: str | None = None


@record
class Number(Placed):
    """A plain number."""

    kind: Literal["number"] = "number"
    value: Decimal


@record
class Day(Placed):
    """A date. `day` is None where there is no such date, and `problem` says why.

    `ambiguous` holds both readings of a date such as 01/04/2026, the British one first.
    """

    kind: Literal["date"] = "date"
    day: date | None
    problem: str = ""
    weekday: str | None = None
    weekday_wrong: bool = False
    ambiguous: tuple[date, ...] = ()


@record
class Duration(Placed):
    """A length of time. `days` tells the kind of day where the unit is days.

    `in_words` and `in_figures` differ in a slip such as "thirty (45) days"; `count` is the figures.
    """

    kind: Literal["duration"] = "duration"
    count: int
    unit: Literal["day", "week", "month", "year"]
    days: DayKind | None = None
    in_words: int | None = None


@record
class Year(Placed):
    """A financial year such as 2026/27, or a contract year such as Year 1; `problem` if it is neither."""

    kind: Literal["year"] = "year"
    label: str
    first: int | None = None
    ordinal: int | None = None
    problem: str = ""


@record
class Reference(Placed):
    """A pointer to a provision: `system` is SC, GC, Schedule, PSR, regulation or clause."""

    kind: Literal["reference"] = "reference"
    system: Literal["SC", "GC", "Schedule", "PSR", "regulation", "clause"]
    number: str


Part = Hole | Money | Percent | Number | Day | Duration | Year | Reference


@record
class Text(Placed):
    """Free words, with the dates, amounts, references and holes found in them."""

    kind: Literal["text"] = "text"
    parts: tuple[Part, ...] = ()


@record
class Choice(Placed):
    """One or several of a closed list, in canonical spelling; `spans` are where each stands."""

    kind: Literal["choice"] = "choice"
    values: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    note: str = ""


@record
class Name(Placed):
    """An id of a block, as written."""

    kind: Literal["name"] = "name"
    id: str


@record
class Names(Placed):
    """Ids of blocks, in order."""

    kind: Literal["names"] = "names"
    names: tuple[Name, ...]


@record
class Count(Placed):
    """A number or a percentage, and the words after it."""

    kind: Literal["count"] = "count"
    number: Number | None = None
    percent: Percent | None = None
    note: str = ""


@record
class Amount(Placed):
    """Money, or a percentage of a base; perhaps for one party, perhaps on one side."""

    kind: Literal["amount"] = "amount"
    money: Money | None = None
    percent: Percent | None = None
    party: Name | None = None
    note: str = ""


@record
class Threshold(Placed):
    """A comparison: `at least` and `above` bind `low`, `at most` and `below` bind `high`, `between` both.

    A bare number is `exactly`. Bounds share a unit: `percent` says whether they are percentages.
    """

    kind: Literal["threshold"] = "threshold"
    comparison: Literal["at least", "above", "at most", "below", "between", "exactly"]
    low: Decimal | None = None
    high: Decimal | None = None
    percent: bool = False
    by: Day | None = None
    note: str = ""


@record
class Measured(Placed):
    """A value somebody measured: the number, whether it is a percentage, the period, and n."""

    kind: Literal["measured"] = "measured"
    value: Decimal
    percent: bool = False
    period: Year | None = None
    on: Day | None = None
    n: int | None = None
    note: str = ""


@record
class Share(Placed):
    """One party's (or outcome's) percentage; None where it is a hole."""

    kind: Literal["share"] = "share"
    name: Name
    percent: Decimal | None


@record
class Shares(Placed):
    """A share list, in order."""

    kind: Literal["shares"] = "shares"
    shares: tuple[Share, ...]


@record
class MoneyShare(Placed):
    """One party's amount; None where it is a hole."""

    kind: Literal["money share"] = "money share"
    name: Name
    pence: int | None


@record
class Moneys(Placed):
    """A money list, in order."""

    kind: Literal["moneys"] = "moneys"
    shares: tuple[MoneyShare, ...]


@record
class Vote(Placed):
    """One member of a board and its votes; a member listed without a number has one vote."""

    kind: Literal["vote"] = "vote"
    name: Name
    votes: int | None


@record
class Votes(Placed):
    """A board's members and votes, in order."""

    kind: Literal["votes"] = "votes"
    votes: tuple[Vote, ...]


@record
class Range(Placed):
    """A band of a benchmark: lower bound inclusive, upper exclusive, None where it is open."""

    kind: Literal["range"] = "range"
    low: Decimal | None
    high: Decimal | None
    money: bool = False
    of: str | None = None


@record
class FormOf(Placed):
    """A contract form: its family, the edition, the length, and whether the draft lies over it."""

    kind: Literal["form"] = "form"
    family: str
    edition: str | None = None
    length: Literal["full-length", "shorter form"] | None = None
    overlay: bool = False


@record
class Unreadable(Placed):
    """A value that is not of the shape its label asks for; its parts are still found."""

    kind: Literal["unreadable"] = "unreadable"
    parts: tuple[Part, ...] = ()


Value = (
    Text
    | Choice
    | Names
    | Money
    | Amount
    | Percent
    | Count
    | Day
    | Duration
    | Threshold
    | Measured
    | Shares
    | Moneys
    | Votes
    | FormOf
    | Hole
    | Unreadable
)
KeyValue = Year | Range | Text | Hole
