namespace Fleet.Api.Controllers;

/// <summary>Not a controller: MapControllers does not see it.</summary>
public static class ReportsHandler
{
    private const string Route = "GET /api/reports/usage";

    public static string Usage() => Route + "\n";
}
