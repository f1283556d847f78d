from importlib import import_module

_FORMATS = {"json": "jsonl", "logfmt": "logfmt", "syslog": "syslog"}


def reader_for(name):
    return import_module(f"logsift.readers.{_FORMATS[name]}").read
