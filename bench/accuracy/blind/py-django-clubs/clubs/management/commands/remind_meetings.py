from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from clubs.models import Meeting


class Command(BaseCommand):
    help = "Print what meets within the next day."

    def add_arguments(self, parser):
        parser.add_argument("--hours", type=int, default=24)

    def handle(self, *args, hours, **options):
        until = timezone.now() + timedelta(hours=hours)
        for meeting in Meeting.objects.filter(starts_at__range=(timezone.now(), until)):
            self.stdout.write(f"{meeting.club} {meeting.starts_at:%H:%M}")
