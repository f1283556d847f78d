using System.ComponentModel.DataAnnotations.Schema;

namespace Laundry.Domain;

public partial class Machine
{
    [NotMapped]
    public List<string> History { get; } = [];

    public bool NeedsService => History.Count(h => h.StartsWith("broken")) > 2;

    public void Repair()
    {
        OutOfOrder = false;
        History.Add("repaired");
    }

    public void Descale()
    {
        throw new NotImplementedException();
    }
}
