import shlex

from logsift.records import Record


def read(stream):
    for line in stream:
        pairs = dict(token.partition("=")[::2] for token in shlex.split(line))
        yield Record(pairs.pop("level", "info"), pairs.pop("msg", ""), pairs)
