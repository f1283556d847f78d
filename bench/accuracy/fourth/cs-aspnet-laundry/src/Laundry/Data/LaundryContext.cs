using Laundry.Domain;
using Microsoft.EntityFrameworkCore;

namespace Laundry.Data;

public class LaundryContext : DbContext
{
    public LaundryContext(DbContextOptions<LaundryContext> options) : base(options)
    {
    }

    public DbSet<Machine> Machines => Set<Machine>();

    public DbSet<Booking> Bookings => Set<Booking>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Machine>().ToTable("machines").HasIndex(m => m.Label).IsUnique();
        model.Entity<Booking>(booking =>
        {
            booking.ToTable("bookings");
            booking.Property(b => b.Cents).HasDefaultValue(0);
        });
    }
}
