from flask import Flask

from .blueprints.catalogue import bp as catalogue_bp
from .blueprints.loans import bp as loans_bp
from .cli import register_commands
from .extensions import db


def create_app(config: dict | None = None) -> Flask:
    app = Flask(__name__)
    app.config.from_mapping(SQLALCHEMY_DATABASE_URI="sqlite:///lending.db", **(config or {}))
    db.init_app(app)
    app.register_blueprint(catalogue_bp)
    app.register_blueprint(loans_bp, url_prefix="/api/loans")
    app.add_url_rule("/version", view_func=version)
    register_commands(app)
    return app


def version():
    return {"version": "1.8.2"}
