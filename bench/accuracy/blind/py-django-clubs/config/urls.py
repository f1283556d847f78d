from django.urls import include, path

from clubs.views import healthcheck

urlpatterns = [
    path("health/", healthcheck),
    path("clubs/", include("clubs.urls")),
    path("api/dues/", include("dues.urls")),
    # path("calendar/", include("calendar_feed.urls")),
]
