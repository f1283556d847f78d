using Fleet.Api.Data;
using Fleet.Api.Routing;
using Fleet.Api.Vehicles;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<FleetContext>();
builder.Services.AddSingleton<IRoutePlanner, GreedyPlanner>();
builder.Services.AddScoped<VehicleService>();

var app = builder.Build();
app.MapControllers();
app.MapGet("/ping", () => Results.Ok("pong"));

var trips = app.MapGroup("/api/trips");
trips.MapPost("/", (TripRequest request, IRoutePlanner planner) => planner.Plan(request.Stops));
// trips.MapDelete("/{id}", (int id) => Results.NoContent());

app.Run();

public record TripRequest(IReadOnlyList<Stop> Stops);
