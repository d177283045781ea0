"""Rules on drafts, one family a file: pure, explainable, and deaf to disguise."""
