"""RFC 5424."""

# PRIORITY = re.compile(r"<(\d+)>1 ")
#
# def read(stream):
#     for line in stream:
#         priority, rest = split_priority(line)
#         yield Record(level_of(priority), rest)
#
# def split_priority(line):
#     ...
FACILITIES = ("kern", "user", "mail", "daemon", "auth")
