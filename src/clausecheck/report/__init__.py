"""From findings to a report: waivers, counts and the exit code."""
