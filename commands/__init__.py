"""What each command does. A module a command: its docstring is the help, `options` what can be typed, `run` the deed.

Only the module of the command that was typed is imported (`opis.py`): `--help` needs none of the libraries.
"""
