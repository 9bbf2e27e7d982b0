"""How far an option to extend can carry a contract."""

from __future__ import annotations

from collections.abc import Sequence


def most_months(lengths: Sequence[int], times: int, total: int | None = None) -> int | None:
    """The most months that an option adds: a stated total, or one length as often as it may be used.

    None where several lengths are stated and no total, or where how often is not known (`times` of 0).
    """
    if total is not None:
        return total
    if len(set(lengths)) != 1 or times < 1:
        return None
    return lengths[0] * times
