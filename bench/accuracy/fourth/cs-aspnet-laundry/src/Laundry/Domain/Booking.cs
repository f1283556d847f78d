namespace Laundry.Domain;

public class Booking
{
    public int Id { get; init; }
    public int MachineId { get; init; }
    public required string Tenant { get; init; }
    public DateTimeOffset From { get; init; }
    public TimeSpan Length { get; init; }
    public int Cents { get; set; }

    public DateTimeOffset Until => From + Length;

    public bool Overlaps(Booking other) =>
        other.MachineId == MachineId && other.From < Until && From < other.Until;
}

public readonly record struct Money(int Cents)
{
    public static Money operator +(Money a, Money b) => new(a.Cents + b.Cents);

    public override string ToString() => $"{Cents / 100}.{Cents % 100:00}";
}

public abstract record BookingOutcome
{
    public sealed record Booked(Booking Booking) : BookingOutcome;

    public sealed record Refused(string Reason) : BookingOutcome;
}

public delegate Money PriceRule(Machine machine, TimeSpan length);

public sealed class DoubleBookedException : Exception
{
}
