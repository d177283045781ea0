"""Where visitors are kept: one contract, one store so far."""
