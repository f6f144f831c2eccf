"""Django REST framework with Simple JWT: access and refresh tokens, rotation and a blacklist.

python3 server.py [--port PORT]

POST /api/token/            {username, password}  200 {access, refresh}; refused: 401 {detail, code}
POST /api/token/refresh/    {refresh}             200 {access, refresh}; the old one is blacklisted
POST /api/token/blacklist/  {refresh}             200 {}
GET  /api/me/                                     200 {id, username, email}; the app's own route

Every start begins with a fresh database and one user, ada. No CORS: a proxy goes in front.
"""

import os
import secrets
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.urls import path


class QuietHandler(WSGIRequestHandler):
    def log_message(self, *_):
        """No line for each request."""


def configure(database: Path) -> None:
    settings.configure(
        SECRET_KEY=os.environ.get("SECRET_KEY") or secrets.token_hex(32),
        ALLOWED_HOSTS=["localhost", "127.0.0.1"],
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "rest_framework",
            "rest_framework_simplejwt",
            "rest_framework_simplejwt.token_blacklist",
        ],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": database}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        # Fast, for an example only.
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        REST_FRAMEWORK={
            "DEFAULT_AUTHENTICATION_CLASSES": [
                "rest_framework_simplejwt.authentication.JWTAuthentication"
            ],
            "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
        },
        SIMPLE_JWT={"ROTATE_REFRESH_TOKENS": True, "BLACKLIST_AFTER_ROTATION": True},
    )
    django.setup()


def urls():
    # These can be imported only after the settings are there.
    from rest_framework.decorators import api_view
    from rest_framework.response import Response
    from rest_framework_simplejwt import views

    @api_view(["GET"])
    def me(request):
        user = request.user
        return Response({"id": user.id, "username": user.username, "email": user.email})

    return [
        path("api/token/", views.TokenObtainPairView.as_view()),
        path("api/token/refresh/", views.TokenRefreshView.as_view()),
        path("api/token/blacklist/", views.TokenBlacklistView.as_view()),
        path("api/me/", me),
    ]


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("--port", type=int, default=5010, help="default: %(default)s")
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        configure(Path(scratch, "fresh.sqlite"))
        globals()["urlpatterns"] = urls()
        call_command("migrate", verbosity=0)
        from django.contrib.auth.models import User

        User.objects.create_user("ada", "ada@example.com", "correct horse battery")
        application = get_wsgi_application()
        server = make_server("127.0.0.1", options.port, application, handler_class=QuietHandler)
        print(f"django-simple-jwt on http://localhost:{server.server_port}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
