using Microsoft.AspNetCore.Http.HttpResults;
using Parking.Api.Domain;
using Parking.Api.Services;

namespace Parking.Api.Endpoints;

public static class TicketEndpoints
{
    private const string Root = "/api/tickets";

    public record NewTicket(int GarageId, string Plate);

    public static IEndpointRouteBuilder MapTickets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Root).WithTags("tickets");
        group.MapPost("/", Draw);
        group.MapGet("/{number:guid}", Find);
        group.MapPost("/{number:guid}/payment", Pay);
        group.MapMethods("/{number:guid}", [HttpMethods.Delete], Lose);
        return routes;
    }

    private static async Task<Results<Created<Ticket>, Conflict>> Draw(NewTicket request, TicketDesk desk)
    {
        var ticket = await desk.DrawAsync(request.GarageId, new Plate(request.Plate));
        return ticket is null ? TypedResults.Conflict() : TypedResults.Created($"{Root}/{ticket.Number}", ticket);
    }

    private static async Task<Results<Ok<Ticket>, NotFound>> Find(Guid number, TicketDesk desk) =>
        await desk.FindAsync(number) is { } ticket ? TypedResults.Ok(ticket) : TypedResults.NotFound();

    private static async Task<IResult> Pay(Guid number, TicketDesk desk)
    {
        var fee = await desk.SettleAsync(number);
        return fee is null ? Results.NotFound() : Results.Ok(new { fee });
    }

    private static IResult Lose(Guid number) => throw new NotImplementedException();
}
