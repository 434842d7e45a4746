"""Finding aids in EAD: `finding_aid` walks the tree, and a module for each kind of statement reads what it says.

Elements come without namespaces. Source: EAD Tag Library, version 2002, and EAD3 1.1 where its names differ.
"""

from .finding_aid import read

__all__ = ["read"]
