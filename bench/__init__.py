"""Measurements: programs that print numbers, run by `make bench`."""
