"""harvests; weather comes from the station now"""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "harvests",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("hive_id", sa.ForeignKey("hives.id")),
        sa.Column("grams", sa.Integer),
    )
    op.drop_table("weather_log")


def downgrade() -> None:
    op.create_table("weather_log", sa.Column("id", sa.Integer, primary_key=True))
    op.drop_table("harvests")
