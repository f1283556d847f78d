using System.ComponentModel.DataAnnotations;

namespace Laundry.Domain;

public enum MachineKind
{
    Washer,
    Dryer,
    Mangle,
}

[Flags]
public enum Programme
{
    None = 0,
    Hot = 1,
    Short = 2,
    Delicate = 4,
}

public partial class Machine
{
    public int Id { get; private set; }

    [MaxLength(20)]
    public string Label { get; private set; } = "";

    public MachineKind Kind { get; private set; }

    public bool OutOfOrder { get; private set; }

    public static Machine Install(string label, MachineKind kind) => new() { Label = label, Kind = kind };

    public void Break(string reason)
    {
        OutOfOrder = true;
        History.Add($"broken: {reason}");
    }
}
