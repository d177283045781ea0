"""Rules on drafts as programs: pure, one family a file, each returning the violations it found."""
