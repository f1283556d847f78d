import csv
from pathlib import Path

import typer
from aiohttp import web

from depot.app import create_app
from depot.domain.alerts import DEFAULTS
from depot.domain.stock import stocktake

app = typer.Typer(help="Stock of the workshop.")
stock = typer.Typer()
app.add_typer(stock, name="stock")


@app.command()
def serve(port: int = 8080, dsn: str = typer.Option(..., envvar="DEPOT_DSN")) -> None:
    web.run_app(create_app(dsn), port=port)


@app.command("import-csv")
def load_parts(path: Path) -> None:
    with path.open(newline="") as handle:
        for row in csv.DictReader(handle):
            typer.echo(f"{row['sku']}\t{row['title']}")


@stock.command("count")
def count_stock(path: Path) -> None:
    counted = {sku: int(n) for sku, n in csv.reader(path.open())}
    for sku, gap in stocktake(counted, {}).items():
        typer.echo(f"{sku} {gap:+d}")
        for alert in DEFAULTS:
            if alert.due(counted.get(sku, 0)):
                typer.echo(alert.text(sku))


@app.command("export-pdf")
def export_pdf(target: Path) -> None:
    """Write the price list as a PDF."""
    pass


if __name__ == "__main__":
    app()
