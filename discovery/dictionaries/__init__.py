"""Bilingual dictionaries: what a word is called in another language."""
