"""hives and inspections"""
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "hives",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("label", sa.String(40), nullable=False),
        sa.Column("queen_year", sa.Integer),
    )
    op.create_table(
        "inspections",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("hive_id", sa.ForeignKey("hives.id"), nullable=False),
        sa.Column("mites", sa.Integer, server_default="0"),
    )
    op.create_table("weather_log", sa.Column("id", sa.Integer, primary_key=True))


def downgrade() -> None:
    op.drop_table("weather_log")
    op.drop_table("inspections")
    op.drop_table("hives")
