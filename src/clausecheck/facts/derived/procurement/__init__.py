"""Procurements: regimes, routes, notices, standstill, changes, and the duties beside them."""
