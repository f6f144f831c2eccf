"""Flask-JWT 0.3 as flask-ng2-jwt-example uses it, the library's rules written out.

POST /auth {username, password}  200 {access_token}; anything but these two keys is refused
GET  /protected                  200 {message, current_identity}

`Authorization: JWT TOKEN`, the scheme in any case. Errors are 401 {status_code, error,
description}; one for a missing header has a WWW-Authenticate. Tokens carry exp, iat, nbf and a
numeric identity, no sub; the server forgives ten seconds. CORS: any origin, but no PATCH. There is
no registration and no sign-out. The library itself is not in Debian.
"""

from datetime import datetime, timedelta
from functools import wraps
from typing import Optional

import jwt
from flask import Flask, g, jsonify, request

from database import User, db
from server import run

app = Flask(__name__)
app.config["JWT_EXPIRATION_DELTA"] = timedelta(minutes=5)
app.config["JWT_LEEWAY"] = timedelta(seconds=10)
app.config["PROPAGATE_EXCEPTIONS"] = True  # as in debug mode: a crash gets no CORS headers


class JWTError(Exception):
    def __init__(self, error: str, description: str, headers: Optional[dict] = None):
        self.body = {"status_code": 401, "error": error, "description": description}
        self.headers = headers


@app.errorhandler(JWTError)
def refuse(error: JWTError):
    return jsonify(error.body), 401, error.headers


@app.after_request
def allow_every_origin(response):
    response.headers["Access-Control-Allow-Origin"] = "*"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "DELETE, GET, POST, PUT"
        if wanted := request.headers.get("Access-Control-Request-Headers"):
            response.headers["Access-Control-Allow-Headers"] = wanted
    return response


def create_token(user: User) -> str:
    now = datetime.utcnow()
    exp = now + app.config["JWT_EXPIRATION_DELTA"]
    claims = {"exp": exp, "iat": now, "nbf": now, "identity": user.id}
    return jwt.encode(claims, app.config["SECRET_KEY"], algorithm="HS256")


def token_of_request() -> str:
    words = request.headers.get("Authorization", "").split()
    if not words:
        raise JWTError(
            "Authorization Required",
            "Request does not contain an access token",
            {"WWW-Authenticate": 'JWT realm="Login Required"'},
        )
    if words[0].lower() != "jwt":
        raise JWTError("Invalid JWT header", "Unsupported authorization type")
    if len(words) == 1:
        raise JWTError("Invalid JWT header", "Token missing")
    if len(words) > 2:
        raise JWTError("Invalid JWT header", "Token contains spaces")
    return words[1]


def jwt_required(view):
    @wraps(view)
    def checked():
        try:
            claims = jwt.decode(
                token_of_request(),
                app.config["SECRET_KEY"],
                algorithms=["HS256"],
                leeway=app.config["JWT_LEEWAY"],
                options={"require": ["exp", "iat", "nbf"]},
            )
        except jwt.InvalidTokenError as error:
            raise JWTError("Invalid token", str(error))
        g.user = db.session.get(User, claims["identity"])
        if g.user is None:
            raise JWTError("Invalid JWT", "User does not exist")
        return view()

    return checked


@app.post("/auth")
def auth():
    data = request.get_json()
    username, password = data.get("username"), data.get("password")
    if username and password and len(data) == 2:
        user = User.sign_in(password, username=username) or User.sign_in(password, email=username)
        if user:
            return jsonify(access_token=create_token(user))
    raise JWTError("Bad Request", "Invalid credentials")


@app.get("/protected")
@jwt_required
def protected():
    identity = f"User(id='{g.user.id}')"
    return jsonify(message="This is a protected resource.", current_identity=identity)


if __name__ == "__main__":
    run(app, port=5004, lifetime="JWT_EXPIRATION_DELTA")
