"""The shop's own catalogue: read from the owner's file, and again when it changes."""
