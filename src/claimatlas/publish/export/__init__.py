"""Exports: the ledger in formats that other programs read."""
