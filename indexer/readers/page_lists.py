"""What files say that list the pages of an item and hold none themselves: METS and IIIF manifests."""

from dataclasses import dataclass

from discovery.records import Name, WrittenDate


@dataclass(frozen=True, slots=True)
class ListedPage:
    """Where the text and the image of a page may be: addresses, the best first, as the list gives them."""

    texts: tuple[str, ...] = ()
    images: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageList:
    """An item as its list describes it, and its pages in order."""

    title: str = ""
    ref: str = ""
    dates: tuple[WrittenDate, ...] = ()
    names: tuple[Name, ...] = ()
    language: str = ""
    pages: tuple[ListedPage, ...] = ()
