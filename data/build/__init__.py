"""Rebuilds `data/sample` from the specimen texts and the table of descriptions: `python -m data.build`."""
