# Which of the texts that come in, one JSON string a line, CPython's parser accepts: 1 or 0 a line.

import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")


def is_valid(text):
    try:
        ast.parse(text)
        return 1
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return 0


for line in sys.stdin:
    print(is_valid(json.loads(line)))
