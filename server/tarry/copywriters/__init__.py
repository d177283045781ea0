"""Those who write drafts: the house writer and the model writer, behind one contract."""
