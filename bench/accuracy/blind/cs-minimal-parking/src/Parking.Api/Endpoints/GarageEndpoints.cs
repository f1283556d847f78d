using Microsoft.EntityFrameworkCore;
using Parking.Api.Data;
using Parking.Api.Domain;

namespace Parking.Api.Endpoints;

public static class GarageEndpoints
{
    public static RouteGroupBuilder MapGarages(this RouteGroupBuilder group)
    {
        group.MapGet("", async (ParkingContext db) => await db.Garages.AsNoTracking().ToListAsync());

        group.MapGet("{id:int}/free", async (int id, ParkingContext db) =>
        {
            var garage = await db.Garages.FindAsync(id);
            if (garage is null) return Results.NotFound();
            var taken = await db.Tickets.CountAsync(t => t.GarageId == id && t.LeftAt == null);
            return Results.Ok(garage.Places - taken);
        });

        group.MapPut("{id:int}", () => Results.StatusCode(StatusCodes.Status501NotImplemented));

        group.MapPatch("{id:int}/places", async (int id, int places, ParkingContext db) =>
            await db.Garages.Where(g => g.Id == id).ExecuteUpdateAsync(s => s.SetProperty(g => g.Places, places)) == 1
                ? Results.NoContent()
                : Results.NotFound());

        return group;
    }

    public static RouteGroupBuilder MapPermits(this RouteGroupBuilder group)
    {
        group.MapGet("{plate}", (string plate) => Results.Ok(new Permit(new Plate(plate), DateOnly.MaxValue)));
        return group;
    }
}
