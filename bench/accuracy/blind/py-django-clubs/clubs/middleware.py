from .models import Club


class CurrentClubMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        slug = request.headers.get("X-Club")
        request.club = Club.objects.filter(slug=slug).first() if slug else None
        return self.get_response(request)

    def process_exception(self, request, exception):
        return None
