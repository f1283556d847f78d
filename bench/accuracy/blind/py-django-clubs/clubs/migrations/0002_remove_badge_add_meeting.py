import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clubs", "0001_initial")]
    operations = [
        migrations.DeleteModel(name="Badge"),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("created", models.DateTimeField(auto_now_add=True)),
                ("changed", models.DateTimeField(auto_now=True)),
                ("starts_at", models.DateTimeField()),
                ("place", models.CharField(blank=True, max_length=120)),
                ("club", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="clubs.club")),
            ],
        ),
    ]
