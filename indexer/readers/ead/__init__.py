"""Finding aids in EAD: `finding_aid` walks the tree, and a module for each kind of statement reads what it says.

Elements come without namespaces. Source: EAD Tag Library, version 2002, and EAD3 1.1 where its names differ.
"""

from .description import DESCRIPTIVE, SUBJECTS
from .finding_aid import read

__all__ = ["READS", "read"]

READS = (
    ("archdesc, c, c01 … c12", "unit, below the one around it"),
    ("@id, else reference or position", "id, behind the call number of the fonds"),
    ("@level, @otherlevel", "level"),
    ("unitid", "reference; others are further references"),
    ("unittitle", "title"),
    ("unitdate, unitdatestructured, date in a title", "date, with @normal and type"),
    (", ".join(DESCRIPTIVE), "description"),
    (f"controlaccess: {', '.join(SUBJECTS)}", "description, and subjects, for all below too"),
    ("repository", "holder, for all below too"),
    ("origination, persname, corpname, famname, geogname, name", "names, with their role"),
    ("container", "box, folder and what else it is kept in"),
    ("physdesc, extent", "extent"),
    ("physfacet, genreform", "form, genre"),
    ("langmaterial, @xml:lang, @langcode", "language of the material, of the description"),
    ("accessrestrict", "conditions of access, for all below too"),
    ("dao, daogrp, daoset", "link, or the files of pages"),
    ('@audience="internal"', "left out, and counted"),
)
