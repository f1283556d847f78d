from clubs.models import Club


def make_club(**fields):
    return Club.objects.create(**{"name": "Chess", "slug": "chess", **fields})
