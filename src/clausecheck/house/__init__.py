"""What a house decides for its own drafts: levels of rules and settings of packs, in `clausecheck.toml`."""
