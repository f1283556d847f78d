using Laundry.Domain;
using Laundry.Services;
using Microsoft.AspNetCore.Mvc;

namespace Laundry.Controllers;

public record BookRequest(int MachineId, DateTimeOffset From, int Minutes);

[ApiController]
[Route("api/[controller]")]
public class BookingsController : ControllerBase
{
    private readonly IBookingService _bookings;

    public BookingsController(IBookingService bookings)
    {
        _bookings = bookings;
    }

    private string Tenant => HttpContext.Items["tenant"] as string ?? "anonymous";

    [HttpGet]
    public async Task<IActionResult> Mine()
    {
        var mine = await _bookings.ForTenantAsync(Tenant);
        return Ok(new { total = mine.Sum().ToString(), items = mine });
    }

    [HttpPost]
    public async Task<IActionResult> Book([FromBody] BookRequest request)
    {
        var outcome = await _bookings.BookAsync(
            request.MachineId, Tenant, request.From, TimeSpan.FromMinutes(request.Minutes));
        return outcome switch
        {
            BookingOutcome.Booked b => Created($"/api/bookings/{b.Booking.Id}", b.Booking),
            BookingOutcome.Refused r => Conflict(r.Reason),
            _ => throw new NotImplementedException(),
        };
    }

    [HttpDelete("{id:int}")]
    public async Task<IActionResult> Cancel(int id) =>
        await _bookings.CancelAsync(id) ? NoContent() : NotFound();

    [HttpPost("{id:int}/extend")]
    public IActionResult Extend(int id)
    {
        return StatusCode(501);
    }

    // [HttpPut("{id:int}")]
    // public IActionResult Move(int id, BookRequest request) => Ok();
}
