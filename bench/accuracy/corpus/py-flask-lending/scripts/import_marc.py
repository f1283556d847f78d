#!/usr/bin/env python3
"""Reads a MARC export and prints ISBN and title. Nobody has run it since the migration."""
import sys


def parse_record(block):
    fields = dict(line.split("=", 1) for line in block.splitlines() if "=" in line)
    return fields.get("020a"), fields.get("245a")


def main():
    for block in sys.stdin.read().split("\n\n"):
        print(*parse_record(block), sep="\t")


if __name__ == "__main__":
    main()
