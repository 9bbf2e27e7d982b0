"""Works something out about a draft once, however many facts rest on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import TypeVar

from clausecheck.model.draft import Draft

T = TypeVar("T")


def once(function: Callable[[Draft], Iterable[T]]) -> Callable[[Draft], Iterator[T]]:
    """The same function, which goes through a draft the first time only.

    What it found is kept with the draft, and so goes when the draft does.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def found(draft: Draft) -> Iterator[T]:
        if name not in draft.kept:
            draft.kept[name] = tuple(function(draft))
        return iter(draft.kept[name])

    return found
