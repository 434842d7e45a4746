"""The addresses below /iiif. Whatever runs on another site may read them, as it may read the pages."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, json, redirect, send_file, url_for
from flask.typing import ResponseReturnValue

from discovery.answering import archive
from discovery.errors import UsageError
from webui.drawn import SHARPEST, part, size_of
from webui.iiif.image import CONTEXT, Size, info, region, size
from webui.images import image_file
from webui.site import site

blueprint = Blueprint("iiif", __name__, url_prefix="/iiif")


@blueprint.after_request
def _for_everybody(response: Response) -> Response:
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@blueprint.get("/image/<encoded:record_id>")
def image(record_id: str) -> ResponseReturnValue:
    return redirect(url_for("iiif.image_info", record_id=record_id), 303)


@blueprint.get("/image/<encoded:record_id>/info.json")
def image_info(record_id: str) -> ResponseReturnValue:
    _, whole = _image(record_id)
    return _json(info(url_for("iiif.image", record_id=record_id, _external=True), whole), CONTEXT)


@blueprint.get("/image/<encoded:record_id>/<asked_region>/<asked_size>/<rotation>/<quality>")
def image_part(record_id: str, asked_region: str, asked_size: str, rotation: str, quality: str) -> ResponseReturnValue:
    if rotation != "0" or quality not in ("default.jpg", "color.jpg"):
        raise UsageError("Images come as they are, as JPEG.", "End the address with /0/default.jpg.")
    file, whole = _image(record_id)
    wanted = region(asked_region, whole)
    return send_file(part(file, wanted, size(asked_size, wanted)), "image/jpeg", conditional=True)


def _image(record_id: str) -> tuple[Path, Size]:
    file, _ = image_file(archive.page(site().engine, record_id).record, site().about(), SHARPEST)
    return file, Size(*size_of(file))


def _json(said: Mapping[str, Any], context: str) -> Response:
    kind = f'application/ld+json;profile="{context}"'
    return Response(json.dumps(said), content_type=kind)
