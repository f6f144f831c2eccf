"""The routes of the Flask-JWT-Extended guide, with refresh tokens and revocation.

POST   /register {username, password}  201 {message}, no token; taken or a field missing: 400
POST   /login    {username, password}  200 {access_token, refresh_token}; refused: 401
POST   /refresh  (refresh token)       200 {access_token}, one that is not fresh
GET    /protected                      200 {logged_in_as}
GET    /fresh                          the same for a token straight from /login
DELETE /logout                         200 {msg}; from then on the access token is refused

`Authorization: Bearer TOKEN`, case-sensitive. The app's errors are {message}; the library's, {msg},
are in jwt_rules.py. Tokens carry exp, iat, nbf, jti, sub (the username), type and fresh.
No CORS: the app and these routes share an origin.
"""

from datetime import timedelta

from flask import Flask, g, jsonify, request
from sqlalchemy.exc import IntegrityError

from database import User
from jwt_rules import create_token, jwt_required, revoke_token, rules
from server import run

app = Flask(__name__)
app.config["JWT_ACCESS_TOKEN_EXPIRES"] = timedelta(minutes=15)
app.config["JWT_REFRESH_TOKEN_EXPIRES"] = timedelta(days=30)
app.register_blueprint(rules)


@app.post("/register")
def register():
    username, password = request.json.get("username"), request.json.get("password")
    if not username or not password:
        return jsonify(message="Missing username or password"), 400
    try:
        User.sign_up(password, username=username)
    except IntegrityError:
        return jsonify(message="User already exists"), 400
    return jsonify(message="User created"), 201


@app.post("/login")
def login():
    name, password = request.json.get("username"), request.json.get("password")
    if not name or not password:
        return jsonify(message="Missing username or password"), 400
    user = User.sign_in(password, username=name) or User.sign_in(password, email=name)
    if not user:
        return jsonify(message="Bad username or password"), 401
    return jsonify(
        access_token=create_token("access", user.username, fresh=True),
        refresh_token=create_token("refresh", user.username),
    )


@app.post("/refresh")
@jwt_required(refresh=True)
def refresh():
    return jsonify(access_token=create_token("access", g.claims["sub"]))


@app.get("/protected")
@jwt_required()
def protected():
    return jsonify(logged_in_as=g.claims["sub"])


@app.get("/fresh")
@jwt_required(fresh=True)
def fresh():
    return jsonify(logged_in_as=g.claims["sub"])


@app.delete("/logout")
@jwt_required()
def logout():
    revoke_token()
    return jsonify(msg="Access token revoked")


if __name__ == "__main__":
    run(app, port=5003, lifetime="JWT_ACCESS_TOKEN_EXPIRES")
