using Fleet.Api.Routing;
using Xunit;

namespace Fleet.Tests;

public class GreedyPlannerTests
{
    private sealed class StopBuilder
    {
        public Stop At(double latitude) => new("s", latitude, 0);
    }

    [Fact]
    public void The_nearest_stop_comes_first()
    {
        var build = new StopBuilder();
        var route = new GreedyPlanner().Plan([build.At(0), build.At(9), build.At(1)]);
        Assert.Equal(1, route[1].Latitude);
    }
}
