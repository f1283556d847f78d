namespace Fleet.Api.Routing;

public record Stop(string Name, double Latitude, double Longitude);

public interface IRoutePlanner
{
    IReadOnlyList<Stop> Plan(IReadOnlyList<Stop> stops);

    bool CanPlan(int count) => count > 0;
}

public delegate double DistanceFunction(Stop from, Stop to);
