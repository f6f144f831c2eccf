"""The token rules of Flask-JWT-Extended, which Debian lacks, written out for one example.

401 {msg} for a token that is missing, expired, revoked or not fresh, 422 {msg} for one that is
malformed or of the wrong type. An app has the library's settings JWT_ACCESS_TOKEN_EXPIRES and
JWT_REFRESH_TOKEN_EXPIRES.
"""

from datetime import datetime
from functools import wraps
from uuid import uuid4

import jwt
from flask import Blueprint, current_app, g, jsonify, request

from database import db

rules = Blueprint("jwt_rules", __name__)
EXPECTED = "Expected 'Authorization: Bearer <JWT>'"


class RevokedToken(db.Model):
    jti = db.Column(db.String, primary_key=True)


class TokenRefused(Exception):
    """Its arguments are the status and the msg of the answer."""


def create_token(kind: str, identity: str, fresh: bool = False) -> str:
    """`kind` is access or refresh."""
    now = datetime.utcnow()
    exp = now + current_app.config[f"JWT_{kind.upper()}_TOKEN_EXPIRES"]
    claims = {"exp": exp, "iat": now, "nbf": now, "jti": str(uuid4()), "sub": identity}
    claims |= {"type": kind, "fresh": fresh}
    return jwt.encode(claims, current_app.config["SECRET_KEY"], algorithm="HS256")


def token_of_request() -> str:
    header = request.headers.get("Authorization", "").strip(" ,")
    if not header:
        raise TokenRefused(401, "Missing Authorization Header")
    fields = [field.split() for field in header.split(",")]  # several schemes may share a header
    bearer = [words for words in fields if words[:1] == ["Bearer"]]
    if len(bearer) != 1:
        raise TokenRefused(401, f"Missing 'Bearer' type in 'Authorization' header. {EXPECTED}")
    if len(bearer[0]) != 2:
        raise TokenRefused(422, f"Bad Authorization header. {EXPECTED}")
    return bearer[0][1]


def jwt_required(fresh: bool = False, refresh: bool = False):
    """Let a request in if its token is genuine, current and of the right type and freshness."""

    def decorate(view):
        @wraps(view)
        def checked():
            token = token_of_request()
            jwt.decode(token, options={"verify_signature": False})  # its form, before its signature
            claims = jwt.decode(token, current_app.config["SECRET_KEY"], algorithms=["HS256"])
            if refresh != (claims["type"] == "refresh"):
                kind = "refresh" if refresh else "non-refresh"
                raise TokenRefused(422, f"Only {kind} tokens are allowed")
            if fresh and not claims["fresh"]:
                raise TokenRefused(401, "Fresh token required")
            if db.session.get(RevokedToken, claims["jti"]):
                raise TokenRefused(401, "Token has been revoked")
            g.claims = claims
            return view()

        return checked

    return decorate


def revoke_token() -> None:
    """From now on the token of this request is refused."""
    db.session.add(RevokedToken(jti=g.claims["jti"]))
    db.session.commit()


@rules.app_errorhandler(TokenRefused)
def refuse(error: TokenRefused):
    code, msg = error.args
    return jsonify(msg=msg), code


@rules.app_errorhandler(jwt.ExpiredSignatureError)
def refuse_expired(_error):
    return jsonify(msg="Token has expired"), 401


@rules.app_errorhandler(jwt.InvalidTokenError)
def refuse_invalid(error: jwt.InvalidTokenError):
    return jsonify(msg=str(error)), 422
