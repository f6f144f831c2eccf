"""Real Python's session tutorial (flask-angular-auth): a signed cookie instead of a token.

POST /api/register {email, password}  200 {result: "success"}, not signed in; taken: 200 {result}
POST /api/login    {email, password}  200 {result: true} and the cookie; refused: {result: false}
GET  /api/logout                      200 {result: "success"}
GET  /api/status                      200 {status: true} or {status: false}; it names no user

The cookie `session` is HttpOnly. No CORS: the app and these routes share an origin (a proxy does).
The cookie lives as long as the browser session; --lifetime is how long the server honours it.
"""

from datetime import timedelta

from flask import Flask, jsonify, request, session
from sqlalchemy.exc import IntegrityError

from database import User
from server import run

app = Flask(__name__)
app.config["PERMANENT_SESSION_LIFETIME"] = timedelta(days=31)  # Flask's own default


@app.post("/api/register")
def register():
    data = request.get_json()
    try:
        User.sign_up(data["password"], email=data["email"])
    except IntegrityError:
        return jsonify(result="this user is already registered")
    return jsonify(result="success")


@app.post("/api/login")
def login():
    data = request.get_json()
    if not User.sign_in(data["password"], email=data["email"]):
        return jsonify(result=False)
    session["logged_in"] = True
    return jsonify(result=True)


@app.get("/api/logout")
def logout():
    session.pop("logged_in", None)
    return jsonify(result="success")


@app.get("/api/status")
def status():
    return jsonify(status=session.get("logged_in", False))


if __name__ == "__main__":
    run(app, port=5002, lifetime="PERMANENT_SESSION_LIFETIME")
