"""Sift structured logs from a terminal."""
from logsift.filters import FieldFilter, all_of
from logsift.pipeline import Pipeline
from logsift.records import Record, parse_line as parse

__all__ = ["FieldFilter", "Pipeline", "Record", "all_of", "parse"]
