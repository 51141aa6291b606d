"""A checkout under gunicorn: POST /orders/ID with the order's lines as JSON. gunicorn.conf.py opens and closes the handle."""
import json
import os

import backorder
from backorder import BackorderError, Call, CallerError, EnvironmentFailure, InDoubt, Refused

HOST = Call.host(os.environ.get("BACKORDER_MARKETPLACE", "shop"))
HTTP = {CallerError: "400 Bad Request", Refused: "409 Conflict", EnvironmentFailure: "503 Service Unavailable",
        InDoubt: "503 Service Unavailable"}
shop = None


def open_shop():
    """In a worker, never before the fork."""
    global shop
    shop = backorder.open(os.environ["BACKORDER_DATABASE"], pool_size=4, default_timeout_ms=4000)


def close_shop():
    if shop is not None:
        shop.close()


def place(order, lines):
    """503 in both its meanings asks for the same order again: a repetition finds what became of the first."""
    try:
        with shop.place(HOST, order, lines) as placed:
            return "200 OK", {"allocated": sum(placed.column("lines", "allocated")), "waiting": sum(placed.column("lines", "waiting"))}
    except BackorderError as error:
        return HTTP.get(type(error), "500 Internal Server Error"), {"status": error.status.name, "details": error.details}


def answer(environ):
    where, _, order = environ["PATH_INFO"].rpartition("/")
    if environ["REQUEST_METHOD"] != "POST" or where != "/orders":
        return "404 Not Found", {}
    try:
        lines = json.loads(environ["wsgi.input"].read())
    except ValueError:
        return "400 Bad Request", {"status": "JSON"}
    return place(order, lines)


def app(environ, start_response):
    status, body = answer(environ)
    start_response(status, [("Content-Type", "application/json"), *([("Retry-After", "1")] if status.startswith("503") else [])])
    return [json.dumps(body).encode()]
