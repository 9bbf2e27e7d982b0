"""What holds for all tests: none is timed, since speed is measured by `make bench`."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
