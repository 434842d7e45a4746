"""What every view of the site needs: the engine, the settings, and what stands around a page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from flask import current_app

from discovery.dates import Rules, rules_of
from discovery.engines.port import About, Engine
from webui.settings import Settings

NAME = "opis"


Made = TypeVar("Made")


@dataclass(slots=True)
class Site:
    """An engine and how it is shown. What says something of all of it is made once a generation."""

    engine: Engine
    settings: Settings
    _made: dict[Callable[[Engine], Any], tuple[str, Any]] = field(default_factory=dict)

    def about(self) -> About:
        return self.engine.about()

    @property
    def dates_as(self) -> Rules:
        """How the archive reads dates."""
        return rules_of(self.about().collection)

    def once(self, make: Callable[[Engine], Made]) -> Made:
        """What is made of the engine, the same until its next generation."""
        about = self.about()
        version = f"{about.generation} {about.loaded}"
        if self._made.get(make, ("", None))[0] != version:
            self._made[make] = version, make(self.engine)
        return cast(Made, self._made[make][1])


def site() -> Site:
    """The site that is answering."""
    return cast(Site, current_app.extensions[NAME])


def frame() -> dict[str, Any]:
    """What the frame of a page says of the archive; nothing where it can't be asked, since errors have a frame too."""
    try:
        about = site().about()
    except Exception:  # whatever it is, the view met it first and its error page is being drawn
        return {"about": None, "collection": {}}
    return {"about": about, "collection": about.collection}
