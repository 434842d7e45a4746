"""What every view of the site needs: the engine, the settings, and what stands around a page."""

from dataclasses import dataclass, field
from typing import Any, cast

from flask import current_app

from discovery.dates import Rules, rules_of
from discovery.engines.port import About, Engine
from webui.front import Front, make_front
from webui.settings import Settings

NAME = "opis"


@dataclass(slots=True)
class Site:
    """An engine and how it is shown. The start page is made once a generation."""

    engine: Engine
    settings: Settings
    _front: dict[str, Front] = field(default_factory=dict)

    def about(self) -> About:
        return self.engine.about()

    @property
    def dates_as(self) -> Rules:
        """How the archive reads dates."""
        return rules_of(self.about().collection)

    def front(self) -> Front:
        about = self.about()
        version = f"{about.generation} {about.loaded}"
        front = self._front.get(version)
        if front is None:
            front = make_front(self.engine)
            self._front = {version: front}
        return front


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
