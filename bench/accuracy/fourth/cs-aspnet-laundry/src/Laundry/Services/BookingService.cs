using Laundry.Data;
using Laundry.Domain;
using Microsoft.EntityFrameworkCore;

namespace Laundry.Services;

public sealed class BookingService(LaundryContext db, PriceRule price, INotifier notifier) : IBookingService
{
    public async Task<BookingOutcome> BookAsync(int machineId, string tenant, DateTimeOffset from, TimeSpan length)
    {
        var machine = await db.Machines.FindAsync(machineId);
        if (machine is null or { OutOfOrder: true })
        {
            return new BookingOutcome.Refused("machine is not available");
        }

        var wanted = new Booking { MachineId = machineId, Tenant = tenant, From = from, Length = length };
        var taken = await db.Bookings.Where(b => b.MachineId == machineId).ToListAsync();
        if (taken.Any(wanted.Overlaps))
        {
            return new BookingOutcome.Refused("taken");
        }

        wanted.Cents = price(machine, length).Cents;
        db.Bookings.Add(wanted);
        await db.SaveChangesAsync();
        await notifier.NotifyAsync(tenant, $"{machine.Label} is yours at {from:HH:mm}");
        return new BookingOutcome.Booked(wanted);
    }

    public async Task<bool> CancelAsync(int bookingId)
    {
        var gone = await db.Bookings.Where(b => b.Id == bookingId).ExecuteDeleteAsync();
        return gone > 0;
    }

    public async Task<IReadOnlyList<Booking>> ForTenantAsync(string tenant)
        => await db.Bookings.AsNoTracking().Where(b => b.Tenant == tenant).ToListAsync();

    public async Task<int> RefundAsync(int bookingId)
    {
        // TODO: pay back to the token card
        return 0;
    }

    private static bool IsQuietHour(DateTimeOffset at) => at.Hour is < 7 or > 21;
}
