using Fleet.Api.Vehicles;
using Microsoft.EntityFrameworkCore;

namespace Fleet.Api.Data;

public class FleetContext(DbContextOptions<FleetContext> options) : DbContext(options)
{
    public DbSet<Vehicle> Vehicles => Set<Vehicle>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Vehicle>().HasIndex(vehicle => vehicle.State);
    }
}

public abstract class RepositoryBase<T> where T : class
{
    protected abstract IQueryable<T> Query { get; }

    protected virtual void BeforeSave(T entity) { }

    public abstract Task SaveAsync(T entity);
}
