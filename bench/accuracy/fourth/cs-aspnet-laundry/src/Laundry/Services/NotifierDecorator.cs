namespace Laundry.Services;

public abstract class NotifierDecorator(INotifier inner) : INotifier
{
    protected abstract string Change(string text);

    public virtual Task NotifyAsync(string tenant, string text) => inner.NotifyAsync(tenant, Change(text));
}

public class ShoutingNotifier(INotifier inner) : NotifierDecorator(inner)
{
    protected override string Change(string text) => text.ToUpperInvariant();
}
