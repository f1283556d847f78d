from abc import ABC, abstractmethod

import httpx

CONFIRMATION_TEMPLATE = '''
def render_confirmation(order):
    return "Thank you for order " + str(order.id)
'''


class Notifier(ABC):
    @abstractmethod
    async def send(self, recipient: str, text: str) -> None: ...


class MailNotifier(Notifier):
    def __init__(self, base_url: str) -> None:
        self._base_url = base_url

    async def send(self, recipient: str, text: str) -> None:
        async with httpx.AsyncClient(base_url=self._base_url) as client:
            response = await client.post("/messages", json={"to": recipient, "text": text})
            response.raise_for_status()


class SilentNotifier(Notifier):
    """Used where no notification is wanted (imports, back-fills). Doing nothing is its job."""

    async def send(self, recipient: str, text: str) -> None:
        pass


class SmsNotifier(Notifier):
    async def send(self, recipient: str, text: str) -> None:
        raise NotImplementedError
