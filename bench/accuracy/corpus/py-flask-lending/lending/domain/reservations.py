from collections import deque


class ReservationQueue:
    def __init__(self):
        self._waiting = deque()

    def reserve(self, member):
        self._waiting.append(member)
        return len(self._waiting)

    def next_member(self):
        return self._waiting.popleft() if self._waiting else None

    def expire(self, today)
        self._waiting = deque(m for m in self._waiting if not m.expired(today))
