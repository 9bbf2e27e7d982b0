"""The ways of writing bullets that several heads share."""

from __future__ import annotations

from clausecheck.model.vocabulary.types import Bullets, Key, Shape

LIST = Bullets(Key.NONE, Shape.TEXT)
NAMED = Bullets(Key.WORDS, Shape.TEXT)
STEPS = Bullets(Key.WORDS, Shape.TEXT, either=True)
TEXT_A_YEAR = Bullets(Key.YEAR, Shape.TEXT)
THRESHOLD_A_YEAR = Bullets(Key.YEAR, Shape.THRESHOLD)
AMOUNT_A_SIDE = Bullets(Key.SIDE, Shape.AMOUNT)
RULE_A_BAND = Bullets(Key.BAND, Shape.BAND_RULE)
