using Microsoft.EntityFrameworkCore.Migrations;

namespace Laundry.Data.Migrations;

public partial class Tokens : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "vouchers");
        migrationBuilder.Sql("CREATE TABLE token_ledger (id INTEGER PRIMARY KEY, cents INTEGER NOT NULL)");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TABLE token_ledger");
        migrationBuilder.CreateTable(
            name: "vouchers",
            columns: table => new { Id = table.Column<int>(nullable: false) });
    }
}
