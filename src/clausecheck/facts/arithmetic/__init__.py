"""The pure arithmetic under the facts: money, dates, shares, bands, thresholds, votes and values.

Conventions that hold in every module here:

- Money is a whole number of pence (`int`). A percentage is a `Decimal` in percentage points, as a draft
  writes it: 45% is `Decimal(45)`. Where a step may not round, the answer is a `Fraction`.
- Rounding happens once, at the line that is settled, half to even (formula c0).
- A date is a `date`. A sum of days that would run past the last date there is gives that last date.
- A gain or a loss is a size, never negative; which side it is on is the caller's knowledge.

Source keys in the docstrings ("formula c3", "PSR reg 12") are those of the domain notes and the statutes.
"""
