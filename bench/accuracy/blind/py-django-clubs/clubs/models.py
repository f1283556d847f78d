from django.conf import settings
from django.db import models
from django.utils import timezone


class ClubQuerySet(models.QuerySet):
    def open_to(self, user):
        return self.filter(models.Q(invite_only=False) | models.Q(memberships__user=user)).distinct()

    def with_free_places(self):
        return self.annotate(taken=models.Count("memberships")).filter(taken__lt=models.F("capacity"))


class Club(models.Model):
    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(unique=True)
    capacity = models.PositiveIntegerField(default=30)
    invite_only = models.BooleanField(default=False)

    objects = ClubQuerySet.as_manager()

    class Meta:
        db_table = "club"
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def is_full(self):
        return self.memberships.count() >= self.capacity

    def archive(self):
        """Close the club for new members and keep its history."""


class Membership(models.Model):
    class Role(models.TextChoices):
        MEMBER = "member"
        TREASURER = "treasurer"

    club = models.ForeignKey(Club, related_name="memberships", on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    role = models.CharField(max_length=12, choices=Role.choices, default=Role.MEMBER)
    joined_at = models.DateTimeField(default=timezone.now)

    class Meta:
        db_table = "club_membership"
        constraints = [models.UniqueConstraint(fields=["club", "user"], name="once_per_club")]


class TimeStamped(models.Model):
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class Meeting(TimeStamped):
    club = models.ForeignKey(Club, related_name="meetings", on_delete=models.CASCADE)
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=120, blank=True)

    def conflicts(self):
        raise NotImplementedError("room plans are not imported yet")
