"""Crontab lines."""

from .errors import CronError, FieldError
from .humanize import explain as describe
from .parser import parse
from .schedule import Schedule
from .storage import JsonStore

__version__ = "4.2.0"
__all__ = ["CronError", "FieldError", "JsonStore", "Schedule", "describe", "parse"]
