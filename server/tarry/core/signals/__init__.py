"""The watched things, one a file: each looks at a folded record and one event, and says what it noticed."""
