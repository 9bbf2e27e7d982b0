"""The words that the formats for people share."""

from __future__ import annotations

from collections.abc import Iterable

from clausecheck.coverage.reckon import Cover, Coverage, Covered, Gap, Standing
from clausecheck.model.draft import Block
from clausecheck.render.summary import counted

CAVEAT = (
    "This says what the draft states, and nothing about its quality: what is stated may be wrong or unwise, "
    "and what is lacking may not be needed. It is not legal advice."
)
PARTIAL = "Some of the draft could not be read, and what it may state there is not counted as lacking."

_FEW = 3  # blocks that are named before the rest are counted

_LEADS = {Standing.LACKING: "not in ", Standing.BLANK: "blank in ", Standing.UNREAD: "unread in "}


def summary(coverage: Coverage) -> str:
    """`Of 59 concepts the draft states 31, states 12 in part and lacks 16.`"""
    counts = coverage.counts
    words = (
        f"Of {sum(counts.values())} concepts the draft states {counts[Cover.STATED]}, "
        f"states {counts[Cover.PARTLY]} in part and lacks {counts[Cover.LACKS]}"
    )
    unread = counts[Cover.UNREAD]
    return words + (f"; {counted(unread, 'concept')} could not be read." if unread else ".")


def missing(concept: Covered) -> str:
    """What a concept leaves open: `Review (not in OUTCOME O1, O2); Domain (blank in OUTCOME O3)`.

    A label that has the concept's own name is not named again.
    """
    by_place: dict[str, list[str]] = {}
    for gap in concept.gaps:
        by_place.setdefault(place(gap), []).append(gap.words)
    return "; ".join(
        where if words == [concept.name] else f"{', '.join(words)} ({where})"
        for where, words in by_place.items()
    )


def place(gap: Gap) -> str:
    """Where a gap is, in the drafter's words."""
    if gap.blocks:
        return _LEADS[gap.standing] + named(gap.blocks)
    heads = " or ".join(gap.heads)
    return f"no {heads}" if gap.standing is Standing.LACKING else f"no {heads} was read"


def named(blocks: Iterable[Block]) -> str:
    """`OUTCOME O1, O2, O3 and 2 more`."""
    names = list(dict.fromkeys((each.head.name, each.id) for each in blocks))
    shown: list[str] = []
    head = ""
    for name, ref in names[:_FEW]:
        shown.append(ref if ref and name == head else f"{name} {ref}".strip())
        head = name
    more = len(names) - _FEW
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
