"""What brought earlier contracts down: starts, awards, assurance, lost activity."""
