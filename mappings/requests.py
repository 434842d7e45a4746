"""What a template for a house's request system (`request_url` in collection.toml) can name."""

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
