"""The shell round one visitor: who is connected, the commit loop, and the way from a decision to a prompt."""
