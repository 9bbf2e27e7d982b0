"""What the model is made of: immutable records, built by name.

They are dataclasses, whose arguments mypy checks wherever one is built. Nothing is validated at run time,
since the reader alone builds them; a test validates every record of every example.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def record(of: type[T]) -> type[T]:
    """Make a class an immutable record whose fields are given by name."""
    return dataclass(frozen=True, kw_only=True)(of)
