"""Pools: shares, bands, thresholds, caps, and what each party would take."""
