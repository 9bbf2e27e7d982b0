"""The reader builds records without validating them; here pydantic validates every one of every draft."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest
from model_views import EXAMPLES, ROOT, placed
from pydantic import TypeAdapter, ValidationError

from clausecheck.model.build import build
from clausecheck.model.values import Money, Placed
from clausecheck.source import read_source
from clausecheck.spans import Span

DRAFTS = [*EXAMPLES, *sorted((ROOT / "tests" / "corpus").glob("*.clause")), ROOT / "drafts" / "demo.clause"]


_VALIDATORS: dict[str, TypeAdapter[Placed]] = {}


def validator(of: type[Placed]) -> TypeAdapter[Placed]:
    if of.__name__ not in _VALIDATORS:
        _VALIDATORS[of.__name__] = TypeAdapter(of)
    return _VALIDATORS[of.__name__]


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_every_record_of_a_draft_is_what_its_class_says(path: Path) -> None:
    draft, _ = build(read_source(path))
    records = list(placed(draft))
    assert len(records) > 50
    for record in records:
        values = {each.name: getattr(record, each.name) for each in fields(record)}
        assert validator(type(record)).validate_python(values) == record


def test_a_record_of_the_wrong_type_would_be_seen() -> None:
    with pytest.raises(ValidationError, match="pence"):
        validator(Money).validate_python({"span": Span(0, 2), "raw": "£3", "pence": "three"})


def test_a_record_cannot_be_changed() -> None:
    amount = Money(span=Span(0, 2), raw="£3", pence=300)
    with pytest.raises(FrozenInstanceError):
        amount.pence = 400  # type: ignore[misc]
