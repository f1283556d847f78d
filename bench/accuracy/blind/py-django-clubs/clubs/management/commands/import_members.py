from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Import members from the spreadsheet of the office."

    def add_arguments(self, parser):
        parser.add_argument("file")

    def handle(self, *args, **options):
        raise NotImplementedError("waiting for the first real spreadsheet")
