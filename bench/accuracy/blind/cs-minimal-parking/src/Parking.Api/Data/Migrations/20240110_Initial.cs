using Microsoft.EntityFrameworkCore.Migrations;

namespace Parking.Api.Data.Migrations;

public partial class Initial : Migration
{
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "garages",
            columns: table => new
            {
                Id = table.Column<int>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Places = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_garages", x => x.Id));

        migration.CreateTable("parking_tickets", table => new { Number = table.Column<Guid>(), GarageId = table.Column<int>() });

        migration.CreateTable("gate_events", table => new { Id = table.Column<long>() });
    }

    protected override void Down(MigrationBuilder migration)
    {
        migration.DropTable("parking_tickets");
        migration.DropTable("garages");
        migration.DropTable("gate_events");
    }
}
