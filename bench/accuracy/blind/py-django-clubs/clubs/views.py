from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import get_object_or_404
from django.views import View
from django.views.decorators.http import require_GET, require_http_methods
from django.views.generic import DetailView, ListView

from . import services
from .models import Club, Meeting


def healthcheck(request):
    return HttpResponse("ok", content_type="text/plain")


class ClubList(ListView):
    model = Club
    paginate_by = 25

    def get_queryset(self):
        return Club.objects.open_to(self.request.user).with_free_places()


class ClubDetail(DetailView):
    model = Club


class MembershipView(View):
    def post(self, request, slug):
        club = get_object_or_404(Club, slug=slug)
        try:
            membership = services.join(request.user, club)
        except services.ClubFull:
            return JsonResponse({"error": "full"}, status=409)
        except services.ClubError as error:
            return JsonResponse({"error": type(error).__name__}, status=409)
        return JsonResponse({"id": membership.pk}, status=201)

    def delete(self, request, slug):
        services.leave(request.user, get_object_or_404(Club, slug=slug))
        return HttpResponse(status=204)


@require_GET
def upcoming(request, slug):
    meetings = Meeting.objects.filter(club__slug=slug).order_by("starts_at")[:10]
    return JsonResponse({"meetings": [m.starts_at.isoformat() for m in meetings]})


@login_required
@require_http_methods(["POST"])
def transfer(request, slug):
    raise NotImplementedError


def search(request):
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    found = Club.objects.filter(name__icontains=request.GET.get("q", ""))
    return JsonResponse({"clubs": list(found.values("name", "slug"))})


@require_GET
def statistics(request):
    return JsonResponse({"clubs": Club.objects.count()})
