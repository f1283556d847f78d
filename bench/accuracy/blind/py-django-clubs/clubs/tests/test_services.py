from django.contrib.auth import get_user_model
from django.test import TestCase

from clubs import services

from .factories import make_club


class JoinTests(TestCase):
    def setUp(self):
        self.user = get_user_model().objects.create_user("ada")

    def test_join(self):
        membership = services.join(self.user, make_club())
        self.assertEqual(membership.user, self.user)

    def test_full_club_refuses(self):
        with self.assertRaises(services.ClubFull):
            services.join(self.user, make_club(capacity=0))


class ViewTests(TestCase):
    def test_list(self):
        make_club()
        self.assertEqual(self.client.get("/clubs/").status_code, 200)

    def test_search(self):
        self.assertEqual(self.client.get("/clubs/search/?q=chess").status_code, 200)
