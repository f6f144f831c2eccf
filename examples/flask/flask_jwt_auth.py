"""Real Python's token tutorial (flask-jwt-auth): a bearer token and a blacklist.

POST /auth/register {email, password}  201 {status, message, auth_token}; taken: 202, status "fail"
POST /auth/login    {email, password}  200 {status, message, auth_token}; refused: 404
GET  /auth/status                      200 {status, data: {user_id, email, admin, registered_on}}
POST /auth/logout                      200 {status, message}; from then on the token is refused

Errors are {status: "fail", message}. The second word of the Authorization header is the token,
whatever the first. Tokens carry exp, iat and sub in whole seconds and no jti: two sign-ins of one
user in the same second get the same token, so after a sign-out it may already be blacklisted.
CORS: any origin, echoed, without credentials.
"""

from datetime import datetime, timedelta

import jwt
from flask import Flask, jsonify, request
from flask_cors import CORS

from database import User, db
from server import run

app = Flask(__name__)
app.config["TOKEN_LIFETIME"] = timedelta(seconds=5)  # the repository's; the article has a day
app.config["PROPAGATE_EXCEPTIONS"] = True  # as in debug mode: a crash gets no CORS headers
CORS(app)


class BlacklistedToken(db.Model):
    token = db.Column(db.String, primary_key=True)


class TokenRefused(Exception):
    """Its text is the message of the 401."""


def success(code: int, **body):
    return jsonify(status="success", **body), code


def fail(code: int, message: str):
    return jsonify(status="fail", message=message), code


def create_token(user: User) -> str:
    now = datetime.utcnow()
    claims = {"exp": now + app.config["TOKEN_LIFETIME"], "iat": now, "sub": user.id}
    return jwt.encode(claims, app.config["SECRET_KEY"], algorithm="HS256")


def check_token(token: str) -> int:
    """The id of the user the token was made for."""
    try:
        claims = jwt.decode(token, app.config["SECRET_KEY"], algorithms=["HS256"])
    except jwt.ExpiredSignatureError:
        raise TokenRefused("Signature expired. Please log in again.")
    except jwt.InvalidTokenError:
        raise TokenRefused("Invalid token. Please log in again.")
    if db.session.get(BlacklistedToken, token):
        raise TokenRefused("Token blacklisted. Please log in again.")
    return claims["sub"]


def token_of_request() -> str:
    """Empty without a header; an IndexError for a header of one word."""
    header = request.headers.get("Authorization")
    return header.split(" ")[1] if header else ""


@app.errorhandler(TokenRefused)
def refuse(error: TokenRefused):
    return fail(401, str(error))


@app.post("/auth/register")
def register():
    data = request.get_json()
    if User.query.filter_by(email=data.get("email")).first():
        return fail(202, "User already exists. Please Log in.")
    try:
        user = User.sign_up(data["password"], email=data["email"])
    except Exception:  # a missing field, an empty password, an e-mail address taken meanwhile
        return fail(401, "Some error occurred. Please try again.")
    return success(201, message="Successfully registered.", auth_token=create_token(user))


@app.post("/auth/login")
def login():
    data = request.get_json()
    try:
        user = User.sign_in(data["password"], email=data["email"])
    except Exception:  # a missing field, a password that is no string
        return fail(500, "Try again")
    if not user:
        return fail(404, "User does not exist.")
    return success(200, message="Successfully logged in.", auth_token=create_token(user))


@app.get("/auth/status")
def status():
    try:
        token = token_of_request()
    except IndexError:
        return fail(401, "Bearer token malformed.")
    if not token:
        return fail(401, "Provide a valid auth token.")
    user = db.session.get(User, check_token(token))
    data = {"user_id": user.id, "email": user.email, "admin": user.admin}
    return success(200, data={**data, "registered_on": user.registered_on})


@app.post("/auth/logout")
def logout():
    token = token_of_request()  # a malformed header crashes here: 500 in HTML
    if not token:
        return fail(403, "Provide a valid auth token.")
    check_token(token)
    db.session.add(BlacklistedToken(token=token))
    db.session.commit()
    return success(200, message="Successfully logged out.")


if __name__ == "__main__":
    run(app, port=5001, lifetime="TOKEN_LIFETIME")
