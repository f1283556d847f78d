import typer

from .db import session_scope
from .models import Hive
from .repositories import HarvestRepository, HiveRepository
from .services.harvest import HarvestService, NullNotifier, PlainPrinter

app = typer.Typer(no_args_is_help=True)
labels = typer.Typer()
app.add_typer(labels, name="labels")
debug = typer.Typer()


@app.command()
def add_hive(label: str, queen_year: int | None = None) -> None:
    with session_scope() as session:
        HiveRepository(session).add(Hive(label=label, queen_year=queen_year))
    typer.echo(f"added {label}")


@app.command("import")
def import_csv(path: str) -> None:
    """Read hives from a CSV file."""
    raise NotImplementedError


@labels.command("print")
def print_labels() -> None:
    with session_scope() as session:
        service = HarvestService(HiveRepository(session), HarvestRepository(session), NullNotifier())
        for line in PlainPrinter().print_all(service.ranking()):
            typer.echo(line)


@debug.command("dump")
def dump_tables() -> None:
    typer.echo("hives, inspections, harvests")


if __name__ == "__main__":
    app()
