using Laundry.Data;
using Laundry.Infrastructure;
using Laundry.Services;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddControllers();
builder.Services.AddDbContext<LaundryContext>(o => o.UseSqlite(builder.Configuration.GetConnectionString("Laundry")));
builder.Services.AddLaundry();

var app = builder.Build();

app.UseMiddleware<TenantMiddleware>();
app.MapControllers();
app.MapGet("/ping", () => Results.Text("pong"));

app.Run();

public partial class Program { }
