"""The command line of an example, its start line and its end.

python3 NAME.py [--port PORT] [--database FILE.sqlite] [--lifetime SECONDS]
"""

import os
import secrets
import signal
import sys
from argparse import ArgumentParser
from datetime import timedelta
from logging import WARNING, getLogger
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from werkzeug.serving import make_server

from database import open_database


def run(app: Flask, port: int, lifetime: str) -> None:
    """Serve the app until SIGTERM or SIGINT; `lifetime` names the setting behind --lifetime."""
    seconds = int(app.config[lifetime].total_seconds())
    parser = ArgumentParser()
    parser.add_argument("--port", type=int, default=port, help="default: %(default)s")
    parser.add_argument("--database", type=Path, help="default: a fresh one, gone at the end")
    parser.add_argument("--lifetime", type=int, default=seconds, help="default: %(default)s s")
    options = parser.parse_args()

    app.config[lifetime] = timedelta(seconds=options.lifetime)
    app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY") or secrets.token_hex(32)
    getLogger("werkzeug").setLevel(WARNING)  # no line for each request
    for stop in signal.SIGTERM, signal.SIGINT:
        signal.signal(stop, lambda *_: sys.exit())

    with TemporaryDirectory() as scratch:
        open_database(app, options.database or Path(scratch, "fresh.sqlite"))
        server = make_server("127.0.0.1", options.port, app, threaded=True)
        print(f"{app.name} on http://localhost:{server.server_port}", flush=True)
        server.serve_forever()
