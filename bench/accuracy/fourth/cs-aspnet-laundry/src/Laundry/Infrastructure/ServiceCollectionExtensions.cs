using Laundry.Domain;
using Laundry.Services;

namespace Laundry.Infrastructure;

public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddLaundry(this IServiceCollection services)
    {
        services.AddScoped<IBookingService, BookingService>();
        services.AddSingleton<INotifier, LogNotifier>();
        services.AddScoped(typeof(IRepository<>), typeof(EfRepository<>));
        services.AddHostedService<DefectWatcher>();
        services.AddSingleton(Pricing.Hourly.WithMinimum(new Money(100)));
        return services;
    }

    public static IServiceCollection AddLaundryMetrics(this IServiceCollection services)
    {
        throw new NotImplementedException();
    }
}
