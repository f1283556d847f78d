using Microsoft.EntityFrameworkCore;
using Parking.Api.Data;
using Parking.Api.Domain;

namespace Parking.Api.Services;

public sealed class TicketDesk(ParkingContext db, TimeProvider clock, ILogger<TicketDesk> log)
{
    private static readonly DayTariff Day = new();
    private static readonly NightTariff Night = new();

    public async Task<Ticket?> DrawAsync(int garageId, Plate plate)
    {
        if (await db.Tickets.AnyAsync(t => t.Plate == plate && t.LeftAt == null)) return null;
        var ticket = new Ticket { GarageId = garageId, Plate = plate, EnteredAt = clock.GetUtcNow() };
        db.Add(ticket);
        await db.SaveChangesAsync();
        return ticket;
    }

    public ValueTask<Ticket?> FindAsync(Guid number) => db.Tickets.FindAsync(number);

    public async Task<decimal?> SettleAsync(Guid number)
    {
        var ticket = await FindAsync(number);
        if (ticket is null) return null;
        var now = clock.GetUtcNow();
        ticket.Leave(now);
        await db.SaveChangesAsync();
        ITariff tariff = now.Hour is >= 7 and < 20 ? Day : Night;
        return tariff.Capped(ticket.Stay(now), 24m);

        static decimal RoundToTen(decimal fee) => Math.Round(fee * 10) / 10;
    }

    public Task RefundAsync(Guid number)
    {
        log.LogWarning("refund of {Number} asked for", number);
        throw new NotImplementedException();
    }

    public async Task RemindAsync(CancellationToken stop)
    {
    }

    /* public Task MergeAsync(Guid left, Guid right) => throw new NotImplementedException(); */
}
