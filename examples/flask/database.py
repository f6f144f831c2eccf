"""The database of an example: SQLite, bcrypt and the two people every example knows."""

from datetime import datetime
from pathlib import Path
from typing import Optional

from flask import Flask
from flask_bcrypt import Bcrypt
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
bcrypt = Bcrypt()

PEOPLE = (
    {"username": "ada", "email": "ada@example.com", "password": "correct horse battery"},
    {"username": "bob", "email": "bob@example.com", "password": "staple battery horse"},
)
ADMIN = "ada"


class User(db.Model):
    """Some backends name people by e-mail address, some by username."""

    __table_args__ = (db.CheckConstraint("coalesce(username, email) IS NOT NULL"),)

    id = db.Column(db.Integer, primary_key=True)
    username = db.Column(db.String, unique=True)
    email = db.Column(db.String, unique=True)
    password_hash = db.Column(db.String, nullable=False)
    admin = db.Column(db.Boolean, nullable=False, default=False)
    registered_on = db.Column(db.DateTime, nullable=False, default=datetime.utcnow)

    @classmethod
    def sign_up(cls, password: str, **columns) -> "User":
        """A taken or missing name is an IntegrityError, an empty password a ValueError."""
        # Every byte of a password counts: nothing is trimmed.
        password_hash = bcrypt.generate_password_hash(password).decode()
        user = cls(password_hash=password_hash, **columns)
        db.session.add(user)
        db.session.commit()
        return user

    @classmethod
    def sign_in(cls, password: str, **name: str) -> Optional["User"]:
        """The user of that `email` or `username`, if the password is theirs."""
        user = cls.query.filter_by(**name).first()
        if user and bcrypt.check_password_hash(user.password_hash, password):
            return user
        return None


def open_database(app: Flask, file: Path) -> None:
    """Create what is missing in the file, the people too if it knows nobody."""
    app.config.update(
        SQLALCHEMY_DATABASE_URI=f"sqlite:///{file.resolve()}",
        # bcrypt reads 72 bytes and ignores the rest, so SHA-256 comes first.
        BCRYPT_HANDLE_LONG_PASSWORDS=True,
        # An example that tests start often. Leave the default of 12 for real passwords.
        BCRYPT_LOG_ROUNDS=4,
    )
    bcrypt.init_app(app)
    db.init_app(app)
    with app.app_context():
        db.create_all()
        if not User.query.first():
            for person in PEOPLE:
                User.sign_up(**person, admin=person["username"] == ADMIN)
