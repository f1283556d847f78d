import random


def with_jitter(at, seconds):
    return at + random.uniform(0, seconds)
