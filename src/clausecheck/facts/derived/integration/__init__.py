"""Section 75, delegation and other vehicles by which bodies act together."""
