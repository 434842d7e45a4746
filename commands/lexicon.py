"""List the forms of a word that occur: other spellings, scripts and misreadings, and how often.

examples:
  opis lexicon Trotsky
  opis lexicon Троцкій --engine demo-index
"""

import argparse

from commands.options import engine_option
from discovery.answering.word_forms import word_forms, word_lines
from discovery.engines.opening import open_engine


def options(command: argparse.ArgumentParser) -> None:
    engine_option(command)
    command.add_argument("word", metavar="WORD", help="one word, in any spelling")


def run(chosen: argparse.Namespace) -> int:
    for line in word_lines(word_forms(open_engine(chosen.engine), chosen.word)):
        print(line)
    return 0
