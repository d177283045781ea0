"""Help with installing: the tag, what a page's policy must allow, and why nothing has arrived yet."""
