import click
from flask import Flask

from .extensions import db


def register_commands(app: Flask) -> None:
    @app.cli.command("init-db")
    def init_db():
        """Create the tables."""
        db.create_all()
        click.echo("tables created")

    @app.cli.command("send-reminders")
    @click.option("--days", default=2, help="days before the due date")
    def send_reminders(days):
        from .reminders import due_soon, remind

        for loan in due_soon(days):
            remind(loan)
