from django.urls import path, re_path

from . import views

app_name = "clubs"

urlpatterns = [
    path("", views.ClubList.as_view(), name="list"),
    path("search/", views.search, name="search"),
    path("<slug:slug>/", views.ClubDetail.as_view(), name="detail"),
    path("<slug:slug>/membership/", views.MembershipView.as_view(), name="membership"),
    path("<slug:slug>/transfer/", views.transfer, name="transfer"),
    re_path(r"^(?P<slug>[-\w]+)/meetings/$", views.upcoming, name="meetings"),
]
