from django.http import JsonResponse
from django.views.decorators.http import require_http_methods, require_safe

from clubs.models import Membership

from .calculations import as_cents, policy_for


@require_safe
def dues_of(request, member_id):
    member = Membership.objects.get(pk=member_id)
    policy = policy_for(request.GET.get("kind", "flat"))
    return JsonResponse({"monthly": as_cents(policy.monthly(member))})


@require_http_methods(["POST"])
def pay(request, member_id):
    return JsonResponse({"detail": "Not implemented"}, status=501)
