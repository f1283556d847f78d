namespace Laundry.Infrastructure;

public class TenantMiddleware
{
    private readonly RequestDelegate _next;

    public TenantMiddleware(RequestDelegate next) => _next = next;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue("X-Tenant", out var tenant))
        {
            context.Items["tenant"] = tenant.ToString();
        }

        await _next(context);
    }
}

#if false
public class QuotaMiddleware
{
    public Task InvokeAsync(HttpContext context) => Task.CompletedTask;
}
#endif
