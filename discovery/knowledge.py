"""What an archive knows besides its documents: the authority file and the thesaurus that its collections name."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any

from discovery.names.authority import Authority, AuthorityFile
from discovery.names.thesaurus import Concept, Label, Thesaurus
from mappings.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Who is who and which concepts there are, as a load read it. A generation of an engine keeps it as JSON."""

    authorities: AuthorityFile = field(default_factory=AuthorityFile)
    thesaurus: Thesaurus = field(default_factory=Thesaurus)

    def to_json(self) -> dict[str, Any]:
        compared = [[*label, [sorted(word) for word in words]] for label, words in self.thesaurus.compared.items()]
        return {
            "authorities": list(map(asdict, self.authorities)),
            "names": self.authorities.by_key,
            "concepts": list(map(asdict, self.thesaurus)),
            "compared": compared,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Knowledge":
        compared = {
            Label(language, text): tuple(map(frozenset, words)) for language, text, words in kept.get("compared", ())
        }
        concepts = Thesaurus(map(_concept, kept["concepts"]), compared)
        return cls(AuthorityFile(map(_authority, kept["authorities"]), kept.get("names")), concepts)


NOTHING = Knowledge()


def _authority(kept: Mapping[str, Any]) -> Authority:
    return Authority(**{**kept, "variants": tuple(kept["variants"]), "pseudonyms": tuple(kept["pseudonyms"])})


def _concept(kept: Mapping[str, Any]) -> Concept:
    labels = tuple(Label(*label) for label in kept["labels"])
    return Concept(kept["id"], labels, tuple(kept["broader"]), kept["source"])


@lru_cache(maxsize=16)
def stop_words(languages: Sequence[str]) -> frozenset[str]:
    """The function words of all languages of an archive."""
    return frozenset[str]().union(*(LANGUAGES[code].stop_words for code in languages))
