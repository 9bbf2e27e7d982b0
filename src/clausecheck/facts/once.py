"""Works something out about a draft or a block once, however many facts rest on it.

What was found is kept with the draft or the block it is about, and so goes when that does.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from clausecheck.model.draft import Block, Draft

T = TypeVar("T")
P = ParamSpec("P")
About = TypeVar("About", Draft, Block)


def once(function: Callable[[Draft], Iterable[T]]) -> Callable[[Draft], Iterator[T]]:
    """The same function, which goes through a draft the first time only."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def found(draft: Draft) -> Iterator[T]:
        if name not in draft.kept:
            draft.kept[name] = tuple(function(draft))
        return iter(cast("tuple[T, ...]", draft.kept[name]))

    return found


def kept(function: Callable[Concatenate[About, P], T]) -> Callable[Concatenate[About, P], T]:
    """The same function, which works out its answer once for the same arguments.

    An argument is a block of the same draft, or can be hashed. The answer is shared by all who ask, so it is
    one that nobody changes.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def found(about: About, /, *args: P.args, **kwargs: P.kwargs) -> T:
        given: list[object] = [id(arg) if isinstance(arg, Block) else arg for arg in args]
        key: Hashable = (name, *given, *kwargs.items())
        if key not in about.kept:
            about.kept[key] = function(about, *args, **kwargs)
        return cast("T", about.kept[key])

    return found
