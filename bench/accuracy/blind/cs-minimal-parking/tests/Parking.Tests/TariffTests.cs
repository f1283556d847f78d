using Parking.Api.Domain;
using Parking.Api.Services;
using Xunit;

namespace Parking.Tests;

public class FrozenTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
}

public class TariffTests
{
    [Theory]
    [InlineData(29, 1.20)]
    [InlineData(31, 2.40)]
    public void Every_started_half_hour_counts(int minutes, decimal fee) =>
        Assert.Equal(fee, new DayTariff().Fee(TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void A_cap_holds() => Assert.Equal(5m, new DayTariff().Capped(TimeSpan.FromDays(3), 5m));

    [Fact]
    public void A_ticket_leaves_once()
    {
        var ticket = new Ticket { Plate = new Plate("b ab 12") };
        ticket.Leave(DateTimeOffset.UnixEpoch);
        Assert.Throws<TicketException>(() => ticket.Leave(DateTimeOffset.UnixEpoch));
    }
}
