from django.urls import path

from . import api

urlpatterns = [
    path("<int:member_id>/", api.dues_of),
    path("<int:member_id>/payments/", api.pay),
]
