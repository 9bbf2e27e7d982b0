"""Engines: they match compiled rules against facts, and nothing else."""
