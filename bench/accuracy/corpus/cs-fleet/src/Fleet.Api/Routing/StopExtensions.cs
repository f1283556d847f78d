namespace Fleet.Api.Routing;

public static class StopExtensions
{
    private const string Snippet = @"
public static double BearingTo(this Stop from, Stop to) { return 0; }
";

    public static bool IsNear(this Stop stop, Stop other) =>
        Math.Abs(stop.Latitude - other.Latitude) < 0.01 && Math.Abs(stop.Longitude - other.Longitude) < 0.01;

    public static T? FirstNear<T>(this IEnumerable<T> stops, Stop target)
        where T : Stop
    {
        return stops.FirstOrDefault(stop => stop.IsNear(target));
    }
}
