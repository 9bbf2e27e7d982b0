"""Outcomes, their measures, and the money that hangs on them."""
