using Microsoft.EntityFrameworkCore.Migrations;

namespace Laundry.Data.Migrations;

public partial class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "machines",
            columns: table => new
            {
                Id = table.Column<int>(nullable: false),
                Label = table.Column<string>(maxLength: 20, nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_machines", x => x.Id));

        migrationBuilder.CreateTable(
            name: "bookings",
            columns: table => new
            {
                Id = table.Column<int>(nullable: false),
                MachineId = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_bookings", x => x.Id));

        migrationBuilder.CreateTable(
            name: "vouchers",
            columns: table => new { Id = table.Column<int>(nullable: false) },
            constraints: table => table.PrimaryKey("PK_vouchers", x => x.Id));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("vouchers");
        migrationBuilder.DropTable("bookings");
        migrationBuilder.DropTable("machines");
    }
}
