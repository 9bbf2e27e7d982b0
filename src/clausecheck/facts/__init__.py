"""Facts: what a draft says, laid flat for rules to read."""
