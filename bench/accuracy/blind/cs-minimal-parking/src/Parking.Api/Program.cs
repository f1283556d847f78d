using Microsoft.EntityFrameworkCore;
using Parking.Api.Data;
using Parking.Api.Endpoints;
using Parking.Api.Services;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddDbContext<ParkingContext>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("parking")));
builder.Services.AddScoped<TicketDesk>();
builder.Services.AddSingleton<IPlateReader, ManualPlateReader>();
builder.Services.AddSingleton(TimeProvider.System);

var app = builder.Build();

app.MapGet("/live", () => Results.Ok());
app.MapTickets();
app.MapGroup("/api/garages").MapGarages();
// app.MapGroup("/api/permits").MapPermits();

if (app.Environment.IsDevelopment())
{
    app.MapPost("/dev/seed", async (ParkingContext db) =>
    {
        db.Garages.Add(new() { Name = "North", Places = 120 });
        await db.SaveChangesAsync();
        return Results.NoContent();
    });
}

app.Run();

public partial class Program;
