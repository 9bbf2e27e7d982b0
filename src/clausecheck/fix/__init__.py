"""Mends drafts: applies the fixes that findings offer, and sees to it that nothing else gets worse."""
