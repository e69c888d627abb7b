"""Publish: what the ledger and the control room concluded, as a map, a figure, a brief and exports."""
