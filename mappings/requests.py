"""What templates in collection.toml can name: for a house's request system (`request_url`), and for citations."""

FIELD = r"\{(\w+)\}"
REQUEST_FIELDS = (
    "holder",
    "collection",
    "call_number",
    "reference",
    "title",
    "box",
    "folder",
    "line",  # all of it, as on the slip
    "pages",
    "note",
    "address",  # of the folder on this site
)
CITATION_FIELDS = (
    "title",
    "dates",  # as written
    "author",
    "holder",
    "collection",
    "call_number",  # of the fonds
    "reference",  # of the folder
    "kept_in",
    "page",
    "address",
)
