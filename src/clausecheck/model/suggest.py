"""Suggests what was meant by a word that is not known, in a draft, a rule card or on the command line.

All the best candidates are given, five at most, and none when none is near.
"""

from __future__ import annotations

from collections.abc import Iterable

from clausecheck.model.vocabulary.types import folded

MOST = 5
NEAR = 0.72
A_SLIP = 0.8


def nearest(written: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words nearest to what is written, equally good ones together, best first."""
    from difflib import SequenceMatcher

    wanted = folded(written)
    scored = []
    for word in dict.fromkeys(known):
        candidate = folded(word)
        likeness = SequenceMatcher(None, wanted, candidate)
        # A paste of a whole page is near to nothing, and comparing it in full would take long.
        score = likeness.ratio() if likeness.real_quick_ratio() >= NEAR else 0.0
        if (
            wanted
            and (candidate.startswith(wanted) or wanted.startswith(candidate))
            and min(len(wanted), len(candidate)) > 3
        ):
            score = max(score, 0.8)
        if _moved(wanted, candidate):
            score = max(score, 0.8)
        if sorted(wanted.split()) == sorted(candidate.split()):
            score = 1.0
        if score >= NEAR:
            scored.append((-score, word))
    scored.sort()
    if not scored:
        return ()
    best = scored[0][0]
    return tuple(word for score, word in scored if score - best < 0.05)[:MOST]


def is_slip(written: str, meant: str) -> bool:
    """Whether what is written can only be a slip of the pen for what is meant."""
    from difflib import SequenceMatcher

    wanted, candidate = folded(written), folded(meant)
    return _moved(wanted, candidate) or SequenceMatcher(None, wanted, candidate).ratio() >= A_SLIP


def _moved(wanted: str, candidate: str) -> bool:
    """Whether two words have the same letters, so that only letters or spaces were moved."""
    first, second = wanted.replace(" ", ""), candidate.replace(" ", "")
    return len(first) == len(second) > 2 and sorted(first) == sorted(second)


def did_you_mean(candidates: Iterable[str], lead: str = ". Did") -> str:
    """`. Did you mean "A" or "B"?`, or nothing where there is no candidate."""
    words = [f'"{word}"' for word in candidates]
    return f"{lead} you mean {listed(words)}?" if words else ""


def suggestion(written: str, known: Iterable[str]) -> str:
    """`; did you mean "A"?`, to follow what is wrong on one line; nothing where no known word is near."""
    return did_you_mean(nearest(written, known), "; did")


def listed(words: Iterable[str], last: str = "or") -> str:
    """`a, b or c`."""
    every = list(words)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {last} {every[-1]}"
