using Microsoft.EntityFrameworkCore.Migrations;

namespace Parking.Api.Data.Migrations;

public partial class DropGateEvents : Migration
{
    protected override void Up(MigrationBuilder migration) => migration.DropTable(name: "gate_events");

    protected override void Down(MigrationBuilder migration) =>
        migration.CreateTable("gate_events", table => new { Id = table.Column<long>() });
}
