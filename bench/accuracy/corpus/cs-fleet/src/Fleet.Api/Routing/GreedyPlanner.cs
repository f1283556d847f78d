namespace Fleet.Api.Routing;

public class GreedyPlanner : IRoutePlanner
{
    public IReadOnlyList<Stop> Plan(IReadOnlyList<Stop> stops)
    {
        var left = stops.Skip(1).ToList();
        var route = new List<Stop>(stops.Take(1));
        while (left.Count > 0)
        {
            var next = left.MinBy(stop => SquaredDistance(route[^1], stop))!;
            route.Add(next);
            left.Remove(next);
        }
        return route;

        static double SquaredDistance(Stop a, Stop b)
        {
            var (x, y) = (a.Latitude - b.Latitude, a.Longitude - b.Longitude);
            return x * x + y * y;
        }
    }
}

public class InOrderPlanner : IRoutePlanner
{
    public IReadOnlyList<Stop> Plan(IReadOnlyList<Stop> stops) => stops;
}

public class GeneticPlanner : IRoutePlanner
{
    public IReadOnlyList<Stop> Plan(IReadOnlyList<Stop> stops) => throw new NotImplementedException("see the paper");
}

#region retired
/*
public class TabuPlanner : IRoutePlanner
{
    public IReadOnlyList<Stop> Plan(IReadOnlyList<Stop> stops) => stops;
}
*/
#endregion
