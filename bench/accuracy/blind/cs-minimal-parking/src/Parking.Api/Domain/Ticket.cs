using System.ComponentModel.DataAnnotations.Schema;

namespace Parking.Api.Domain;

[Table("parking_tickets")]
public class Ticket
{
    public Guid Number { get; init; } = Guid.NewGuid();
    public int GarageId { get; init; }
    public required Plate Plate { get; init; }
    public DateTimeOffset EnteredAt { get; init; }
    public DateTimeOffset? LeftAt { get; private set; }

    public TimeSpan Stay(DateTimeOffset now) => (LeftAt ?? now) - EnteredAt;

    public void Leave(DateTimeOffset at)
    {
        if (LeftAt is not null) throw new TicketException($"{Number} has left already");
        LeftAt = at;
    }

    public Ticket Transfer(Plate to)
    {
        // TODO: who may do this?
        return null!;
    }
}

public readonly record struct Plate(string Text)
{
    public string Normalized => Text.Replace(" ", "").ToUpperInvariant();
}

public record Permit(Plate Plate, DateOnly Until);

public sealed class TicketException(string message) : Exception(message);

public class GarageClosedException : Exception { }

public class Garage
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public int Places { get; set; }
}

public enum VehicleKind { Car, Motorcycle, Van }

public delegate decimal Rounding(decimal amount);
