namespace Laundry.Services;

public interface INotifier
{
    Task NotifyAsync(string tenant, string text);
}

/// <summary>Writes to the log of the house.</summary>
public class LogNotifier : INotifier
{
    private readonly ILogger<LogNotifier> _log;

    public LogNotifier(ILogger<LogNotifier> log) => _log = log;

    public Task NotifyAsync(string tenant, string text)
    {
        _log.LogInformation("{Tenant}: {Text}", tenant, text);
        return Task.CompletedTask;
    }
}

/// <summary>Notifies nobody, which is what a house without a noticeboard wants.</summary>
public class NullNotifier : INotifier
{
    public Task NotifyAsync(string tenant, string text) => Task.CompletedTask;
}

public class SmsNotifier : INotifier
{
    public Task NotifyAsync(string tenant, string text)
    {
        throw new NotImplementedException("SmsNotifier");
    }
}
