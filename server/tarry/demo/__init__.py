"""The demonstration: a small invented shop, Steinrast, for Tarry to work in."""
