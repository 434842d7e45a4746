"""One load in a process of its own: `python -m bench.loading_once COLLECTION ENGINE` prints its peak memory in MB."""

import sys

from bench.loading import peak_megabytes
from opis import main

if __name__ == "__main__":
    code = main(["index", sys.argv[1], "--engine", sys.argv[2]])
    print(peak_megabytes())
    sys.exit(code)
