using System.Collections.Concurrent;
using Laundry.Data;
using Laundry.Domain;
using Microsoft.EntityFrameworkCore;

namespace Laundry.Services
{
    public interface IRepository<TEntity> where TEntity : class
    {
        IQueryable<TEntity> All { get; }

        ValueTask<TEntity?> Find(int id);

        bool IsEmpty() => !All.Any();
    }

    public class EfRepository<TEntity> : IRepository<TEntity> where TEntity : class
    {
        private readonly LaundryContext _db;

        public EfRepository(LaundryContext db)
        {
            _db = db;
        }

        public IQueryable<TEntity> All => _db.Set<TEntity>().AsNoTracking();

        public ValueTask<TEntity?> Find(int id) => _db.Set<TEntity>().FindAsync(id);
    }

    public sealed class DefectFound : EventArgs
    {
        public DefectFound(string label) => Label = label;

        public string Label { get; }
    }

    public class DefectWatcher : BackgroundService
    {
        private readonly IServiceScopeFactory _scopes;
        private readonly ConcurrentDictionary<string, DateTime> _seen = new();

        public DefectWatcher(IServiceScopeFactory scopes)
        {
            _scopes = scopes;
        }

        public event EventHandler<DefectFound>? Found;

        public DateTime? this[string label] => _seen.TryGetValue(label, out var at) ? at : null;

        protected override async Task ExecuteAsync(CancellationToken stopping)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
            while (await timer.WaitForNextTickAsync(stopping))
            {
                using var scope = _scopes.CreateScope();
                var machines = scope.ServiceProvider.GetRequiredService<IRepository<Machine>>();
                foreach (var machine in await Broken(machines).ToListAsync(stopping))
                {
                    Announce(machine);
                }
            }

            IQueryable<Machine> Broken(IRepository<Machine> machines) => machines.All.Where(m => m.OutOfOrder);
        }

        protected virtual void Announce(Machine machine)
        {
            if (_seen.TryAdd(machine.Label, DateTime.UtcNow))
            {
                Found?.Invoke(this, new DefectFound(machine.Label));
            }
        }

        public void Acknowledge(string label)
        {
        }

        public static readonly Func<Machine, bool> IsWet = machine => machine.Kind != MachineKind.Dryer;
    }
}
