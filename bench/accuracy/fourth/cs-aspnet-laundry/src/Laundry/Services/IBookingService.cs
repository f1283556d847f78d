using Laundry.Domain;

namespace Laundry.Services;

public interface IBookingService
{
    Task<BookingOutcome> BookAsync(int machineId, string tenant, DateTimeOffset from, TimeSpan length);

    Task<bool> CancelAsync(int bookingId);

    Task<IReadOnlyList<Booking>> ForTenantAsync(string tenant);
}
