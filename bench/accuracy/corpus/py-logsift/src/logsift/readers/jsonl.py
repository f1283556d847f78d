from logsift.records import parse_line


def read(stream):
    for line in stream:
        if line.strip():
            yield parse_line(line)
