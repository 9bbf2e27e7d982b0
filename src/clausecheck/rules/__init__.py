"""Rules as data: cards, their conditions, and the packs that hold them."""
