from django import forms

from .models import Club


class ClubForm(forms.ModelForm):
    class Meta:
        model = Club
        fields = ["name", "slug", "capacity"

    def clean_slug(self):
        return self.cleaned_data["slug"].lower()
