using Parking.Api.Domain;

namespace Parking.Api.Services;

public interface ITariff
{
    string Name => GetType().Name;
    decimal Fee(TimeSpan stay);
}

public abstract class StepTariff : ITariff
{
    protected abstract decimal PerStep { get; }
    protected virtual TimeSpan Step => TimeSpan.FromMinutes(30);

    public decimal Fee(TimeSpan stay) => Math.Ceiling((decimal)(stay / Step)) * PerStep;

    /// <summary>Runs before the fee is shown. Tariffs without extras leave it as it is.</summary>
    protected virtual void BeforeShow(ref decimal fee) { }
}

public sealed class DayTariff : StepTariff
{
    protected override decimal PerStep => 1.20m;
}

public sealed class NightTariff : StepTariff
{
    protected override decimal PerStep => 0.40m;
    protected override TimeSpan Step => TimeSpan.FromHours(1);
}

/// <summary>Staff parks for free.</summary>
public sealed class StaffTariff : ITariff
{
    public decimal Fee(TimeSpan stay) => 0m;
}

public sealed class EventTariff : ITariff
{
    public decimal Fee(TimeSpan stay)
    {
        throw new NotImplementedException("the event team has not sent prices");
    }
}

public static class TariffExtensions
{
    public static decimal Capped(this ITariff tariff, TimeSpan stay, decimal cap) => Math.Min(tariff.Fee(stay), cap);

    internal static decimal WithTip(this decimal fee) => fee * 1.05m;
}
