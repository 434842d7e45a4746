"""Where documents are kept and found. `open_engine` picks the implementation by the place it is given."""
