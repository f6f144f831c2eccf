"""Flask-RESTful behind a Satellizer front end (Flask-Angularjs-JSON-Auth).

POST /api/login {email, password}  200 {token}; refused: 401 {message}
GET  /api/users                    200 {users: [{id, email, name, is_enabled}, ...]}

The second word of the Authorization header is the token, whatever the first. Errors are {message},
crashes included: Flask-RESTful answers in JSON on its routes and leaves unknown ones to Flask. The
few lines that do so here are by hand, because a file of this name hides the package. No CORS: the
app and these routes share an origin. There is no registration and no sign-out.
"""

from datetime import datetime, timedelta
from functools import wraps

import jwt
from flask import Flask, jsonify, request
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound

from database import User
from server import run

app = Flask(__name__)
app.config["TOKEN_LIFETIME"] = timedelta(days=1)


@app.errorhandler(HTTPException)
def answer_in_json(error: HTTPException):
    if isinstance(error, NotFound):
        return error
    message = error.name if isinstance(error, InternalServerError) else error.description
    response = error.get_response()  # keeps headers such as Allow
    response.set_data(app.json.dumps({"message": message}))
    response.content_type = "application/json"
    return response


def create_token(user: User) -> str:
    now = datetime.utcnow()
    claims = {"sub": user.id, "iat": now, "exp": now + app.config["TOKEN_LIFETIME"]}
    return jwt.encode(claims, app.config["SECRET_KEY"], algorithm="HS256")


def login_required(view):
    @wraps(view)
    def checked():
        header = request.headers.get("Authorization")
        if not header:
            return jsonify(message="Missing authorization header"), 401
        token = header.split()[1]  # a bare token crashes here: 500
        try:
            jwt.decode(token, app.config["SECRET_KEY"], algorithms=["HS256"])
        except jwt.ExpiredSignatureError:
            return jsonify(message="Token has expired"), 401
        except jwt.InvalidTokenError:
            return jsonify(message="Token is invalid"), 401
        return view()

    return checked


@app.post("/api/login")
def login():
    data = request.get_json(force=True)  # whatever the Content-Type; a missing field is a 500
    user = User.sign_in(data["password"], email=data["email"])
    if not user:
        return jsonify(message="invalid username/password"), 401
    return jsonify(token=create_token(user))


@app.get("/api/users")
@login_required
def users():
    return jsonify(
        users=[
            {"id": user.id, "email": user.email, "name": user.username, "is_enabled": True}
            for user in User.query
        ]
    )


if __name__ == "__main__":
    run(app, port=5005, lifetime="TOKEN_LIFETIME")
