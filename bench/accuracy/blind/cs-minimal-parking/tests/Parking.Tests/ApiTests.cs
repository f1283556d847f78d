using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace Parking.Tests;

public class ApiTests(WebApplicationFactory<Program> factory) : IClassFixture<WebApplicationFactory<Program>>
{
    [Fact]
    public async Task Lists_garages()
    {
        var response = await factory.CreateClient().GetAsync("/api/garages");
        response.EnsureSuccessStatusCode();
    }
}
