using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Fleet.Api.Vehicles;

public enum VehicleState { Active, InService, Retired }

[Table("vehicles")]
public class Vehicle
{
    [Key]
    public required string Plate { get; init; }

    public int Mileage { get; set; }

    public VehicleState State { get; set; } = VehicleState.Active;
}

public readonly record struct Distance(double Kilometres)
{
    public static Distance operator +(Distance a, Distance b) => new(a.Kilometres + b.Kilometres);
}

public sealed class VehicleNotFoundException(string plate) : Exception($"vehicle {plate} is unknown");
