"""How well the snippet reads pages it has never seen."""
