import sys
from pathlib import Path

import click

from logsift.filters import FieldFilter, all_of
from logsift.pipeline import Counter, Pipeline
from logsift.readers import reader_for


@click.group()
@click.version_option(package_name="logsift")
def main() -> None:
    """Sift structured logs."""


@main.command()
@click.argument("expressions", nargs=-1)
@click.option("--format", "fmt", default="json")
def grep(expressions, fmt):
    """Print the records that every expression accepts."""
    accept = all_of(*map(FieldFilter.from_expression, expressions))
    for record in reader_for(fmt)(sys.stdin):
        if accept(record):
            click.echo(record.message)


@main.command("count-levels")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
def count_levels(path: Path) -> None:
    counter = Counter()
    with path.open() as stream:
        Pipeline(counter).run(reader_for("json")(stream))
    click.echo(counter.count)


@main.command()
def tail():
    """Follow a file."""
    # TODO: needs inotify
    return None


def explain():
    """Not a command yet: printed by --help-filters."""
    click.echo("name=value, name>value, name<value")
