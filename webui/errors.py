"""Errors as pages that say what to do, and as JSON below /api and /iiif."""

from flask import Flask, current_app, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from discovery.errors import OpisError

TEXTS = {
    400: ("This request can't be understood", "Go back, or start again from the search box."),
    404: ("There is no such page", "Addresses of folders and pages stay the same; perhaps a part of it was lost."),
    405: ("This address can only be read", "Follow a link, or start again from the search box."),
    500: ("Something went wrong here", "It is not your query's fault. It has been logged; please try again later."),
    503: ("The archive can't be searched now", "Please try again in a while."),
}
HEADINGS = {
    "not-found": "Not in this archive",
    "engine-missing": "No archive is loaded yet",
    "engine-unreadable": "The archive can't be opened",
    "engine-outdated": "The archive has to be loaded again",
}


def register(app: Flask) -> None:
    app.register_error_handler(OpisError, _known)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unknown)


def error_json(error: OpisError) -> dict[str, dict[str, str]]:
    return {"error": {"code": error.code, "message": error.message, "hint": error.hint}}


def _known(error: OpisError) -> ResponseReturnValue:
    if _is_api():
        return jsonify(error_json(error)), error.http_status
    heading = HEADINGS.get(error.code) or TEXTS.get(error.http_status, TEXTS[500])[0]
    return _page(error.http_status, heading, error.message, error.hint)


def _http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < 400:
        return error.get_response()  # a redirect
    heading, text = TEXTS.get(status, (error.name, error.description or ""))
    if _is_api():
        return jsonify({"error": {"code": f"http-{status}", "message": heading, "hint": text}}), status
    return _page(status, heading, text)


def _unknown(error: Exception) -> ResponseReturnValue:
    if current_app.testing:
        raise error
    current_app.logger.error("Unexpected error at %s", request.full_path, exc_info=error)
    heading, text = TEXTS[500]
    if _is_api():
        return jsonify({"error": {"code": "error", "message": heading, "hint": text}}), 500
    return _page(500, heading, text)


def _is_api() -> bool:
    return request.path.startswith(("/api/", "/iiif/"))


def _page(status: int, heading: str, message: str, hint: str = "") -> ResponseReturnValue:
    return render_template("error.html", status=status, heading=heading, message=message, hint=hint), status
