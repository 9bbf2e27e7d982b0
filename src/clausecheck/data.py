"""The grammars and rule packs that travel with the package, and the cache of what is made from them.

In a wheel they lie under `clausecheck/_data`; in a checkout, at the top of the tree. What is costly to
make from them (grammar tables, compiled packs, calendars) is kept under a key of its content: first
looked for beside the data, where the wheel ships it, then in the user's cache folder.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal, TypeVar

from clausecheck.version import __version__

_PACKAGED = Path(__file__).parent / "_data"
_CHECKOUT = Path(__file__).parents[2]

COMPILED = "compiled"

T = TypeVar("T")


@cache
def folder(name: Literal["grammars", "rulesets", "schemas", "drafts"]) -> Path:
    """The folder of packaged data called `name`. Raises FileNotFoundError if the installation lacks it."""
    for root in (_PACKAGED, _CHECKOUT):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"this installation of clausecheck has no {name} folder; install it again")


def content_key(parts: Iterable[bytes | str]) -> str:
    """A short name for exactly these contents and this release."""
    digest = blake2b(digest_size=12)
    for part in (__version__, *parts):
        raw = part.encode() if isinstance(part, str) else part
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()


def cached(name: str, key: str, make: Callable[[], T]) -> T:
    """What `make` returns, kept as `name` under `key`.

    A cache that cannot be read or written is as good as an empty one: the work is done again.
    """
    filename = f"{name}-{key}.pickle"
    for place in (_shipped, _user_cache):
        try:
            value: T = pickle.loads((place() / filename).read_bytes())
        except Exception:  # a damaged or foreign cache must never stop a check
            continue
        return value
    value = make()
    store(_user_cache(), filename, value)
    return value


def store(place: Path, filename: str, value: Any) -> None:
    """Keep `value` in `place`, whole or not at all; silently do without if the disk will not have it."""
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=place, prefix=".writing-")
        try:
            with os.fdopen(handle, "wb") as out:
                pickle.dump(value, out, protocol=pickle.HIGHEST_PROTOCOL)
            Path(temporary).replace(place / filename)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError:
        return


def _shipped() -> Path:
    """Where a wheel carries what was made when it was built."""
    return _PACKAGED / COMPILED


def _user_cache() -> Path:
    """The user's own cache folder; `CLAUSECHECK_CACHE_DIR` names another."""
    chosen = os.environ.get("CLAUSECHECK_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("clausecheck")
