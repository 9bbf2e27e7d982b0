"""Coverage for programs: one JSON document, described by `schemas/coverage-1.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from clausecheck.coverage.reckon import Cover, Coverage, Covered, Gap
from clausecheck.render.options import RenderOptions
from clausecheck.render.safe import escaped_json

SCHEMA = 1


def render(coverage: Coverage, options: RenderOptions) -> Iterator[str]:
    """The whole coverage. The options change nothing: a program is given everything."""
    del options
    document = {
        "schema": SCHEMA,
        "name": coverage.name,
        "title": coverage.title,
        "partial": coverage.partial,
        "elements": [
            {
                "element": each.name,
                "counts": _counts(each.counts),
                "concepts": [_concept(concept) for concept in each.concepts],
            }
            for each in coverage.elements
        ],
        "counts": _counts(coverage.counts),
    }
    yield escaped_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _counts(counts: Mapping[Cover, int]) -> dict[str, int]:
    return {cover.value: number for cover, number in counts.items()}


def _concept(concept: Covered) -> dict[str, Any]:
    return {
        "concept": concept.name,
        "state": concept.cover.value,
        "gaps": [_gap(each) for each in concept.gaps],
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "label": gap.words,
        "heads": list(gap.heads),
        "state": gap.standing.word,
        "blocks": [each.name for each in gap.blocks],
    }
