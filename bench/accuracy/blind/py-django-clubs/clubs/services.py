"""Joining and leaving clubs.

The old entry points were::

    def enroll(user, club):
        ...
"""
from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Protocol

from django.db import transaction

from .models import Club, Membership

log = logging.getLogger(__name__)


class ClubError(Exception):
    pass


class ClubFull(ClubError):
    """Nobody can join: every place is taken."""


class AlreadyMember(ClubError): ...


class Mailer(Protocol):
    def welcome(self, membership: Membership) -> None: ...

    def farewell(self, user, club: Club) -> None: ...


class SilentMailer:
    """For imports, where nobody wants mail. Sending nothing is its job."""

    def welcome(self, membership: Membership) -> None:
        pass

    def farewell(self, user, club: Club) -> None:
        pass


class SmtpMailer:
    def welcome(self, membership: Membership) -> None:
        log.info("welcome %s", membership.pk)
        raise NotImplementedError

    def farewell(self, user, club: Club) -> None:
        raise NotImplementedError


@dataclass(frozen=True)
class JoinRequest:
    user_id: int
    slug: str
    invited_by: int | None = None


@transaction.atomic
def join(user, club: Club, mailer: Mailer | None = None) -> Membership:
    club = Club.objects.select_for_update().get(pk=club.pk)
    if club.is_full:
        raise ClubFull(club.name)
    membership, created = Membership.objects.get_or_create(user=user, club=club)
    if not created:
        raise AlreadyMember(club.name)
    (mailer or SilentMailer()).welcome(membership)
    return membership


def leave(user, club: Club, mailer: Mailer | None = None) -> None:
    gone, _ = Membership.objects.filter(user=user, club=club).delete()
    if gone:
        (mailer or SilentMailer()).farewell(user, club)


async def waitlist_position(user, club: Club) -> int:
    # FIXME: there is no waiting list so far, this needs the queue table
    return 0


def treasurer_of(club: Club):
    found = club.memberships.filter(role=Membership.Role.TREASURER).first()
    return found.user if found else None


def merge_clubs(left: Club, right: Club) -> Club:
    Membership.objects.filter(club=right).exclude(user__in=left.memberships.values("user")).update(club=left)
    right.delete()
    return left
