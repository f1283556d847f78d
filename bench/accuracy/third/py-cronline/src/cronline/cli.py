from __future__ import annotations

import argparse
import sys
from datetime import datetime

from .errors import CronError
from .humanize import render
from .parser import parse, parse_file


def cmd_explain(args: argparse.Namespace) -> int:
    print(render(parse(args.line)))
    return 0


def cmd_next(args: argparse.Namespace) -> int:
    print(parse(args.line).next_after(datetime.now()).isoformat())
    return 0


def cmd_lint(args: argparse.Namespace) -> int:
    try:
        schedules = parse_file(args.file)
    except CronError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(schedules)} lines are fine")
    return 0


def cmd_convert(args: argparse.Namespace) -> int:
    # TODO: write a systemd timer
    return 0


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser("cronline", epilog="See also cronline daemon.")
    verbs = parser.add_subparsers(required=True)
    for name, run, argument in (
        ("explain", cmd_explain, "line"),
        ("lint", cmd_lint, "file"),
        ("convert", cmd_convert, "file"),
    ):
        verb = verbs.add_parser(name)
        verb.add_argument(argument)
        verb.set_defaults(run=run)
    upcoming = verbs.add_parser("next", help="when is it due")
    upcoming.add_argument("line")
    upcoming.set_defaults(run=cmd_next)
    args = parser.parse_args(argv)
    return args.run(args)
