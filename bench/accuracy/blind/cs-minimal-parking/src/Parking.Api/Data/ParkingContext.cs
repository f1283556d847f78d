using Microsoft.EntityFrameworkCore;
using Parking.Api.Domain;

namespace Parking.Api.Data;

public class ParkingContext(DbContextOptions<ParkingContext> options) : DbContext(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<Garage> Garages => Set<Garage>();

    private const string Legacy = """
        CREATE TABLE barrier_log (id serial primary key);
        public class BarrierLog { public void Append() { } }
        """;

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Garage>().ToTable("garages");
        model.Entity<Ticket>(ticket =>
        {
            ticket.HasKey(t => t.Number);
            ticket.Property(t => t.Plate).HasConversion(p => p.Text, text => new Plate(text));
        });
    }

    public static string DescribeLegacy() => Legacy.Trim();
}
