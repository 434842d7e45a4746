"""IIIF: images in parts, for viewers here and on other sites."""
