from django import template

register = template.Library()


@register.filter
def places(club):
    free = club.capacity - club.memberships.count()
    return "full" if free <= 0 else f"{free} free"


@register.simple_tag(takes_context=True)
def current_club(context):
    return getattr(context["request"], "club", None)


initials = lambda name: "".join(part[0] for part in name.split())
