using Laundry.Domain;

namespace Laundry.Services;

public static class Pricing
{
    private static readonly Dictionary<MachineKind, int> CentsPerHour = new()
    {
        [MachineKind.Washer] = 150,
        [MachineKind.Dryer] = 120,
    };

    public static PriceRule Hourly { get; } = (machine, length) =>
        new Money((int)Math.Ceiling(length.TotalHours) * CentsPerHour.GetValueOrDefault(machine.Kind, 100));

    public static PriceRule WithMinimum(this PriceRule rule, Money minimum)
    {
        return (machine, length) =>
        {
            var asked = rule(machine, length);
            return asked.Cents < minimum.Cents ? minimum : asked;
        };
    }

    public static Money Sum(this IEnumerable<Booking> bookings) =>
        bookings.Aggregate(new Money(0), (total, booking) => total + new Money(booking.Cents));

    public static PriceRule Seasonal(int month) => throw new NotImplementedException();
}
