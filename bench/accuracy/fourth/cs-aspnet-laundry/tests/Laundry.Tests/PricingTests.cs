using Laundry.Domain;
using Laundry.Services;
using Xunit;

namespace Laundry.Tests;

public class PricingTests
{
    private sealed class HouseBuilder
    {
        public Machine Dryer() => Machine.Install("D1", MachineKind.Dryer);
    }

    [Theory]
    [InlineData(30, 120)]
    [InlineData(90, 240)]
    public void Asks_for_whole_hours(int minutes, int cents)
    {
        var dryer = new HouseBuilder().Dryer();
        Assert.Equal(new Money(cents), Pricing.Hourly(dryer, TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void Has_a_minimum()
    {
        var rule = Pricing.Hourly.WithMinimum(new Money(500));
        Assert.Equal(500, rule(new HouseBuilder().Dryer(), TimeSpan.FromHours(1)).Cents);
    }
}
