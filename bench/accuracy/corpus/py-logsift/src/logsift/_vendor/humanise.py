"""Vendored copy of humanise 1.2 (public domain)."""


def natural_size(value):
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000:
            return f"{value:.0f} {unit}"
        value /= 1000
    return f"{value:.0f} TB"
