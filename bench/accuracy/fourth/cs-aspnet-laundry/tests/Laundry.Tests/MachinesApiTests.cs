using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace Laundry.Tests;

public class MachinesApiTests(WebApplicationFactory<Program> factory) : IClassFixture<WebApplicationFactory<Program>>
{
    [Fact]
    public async Task Lists_machines()
    {
        var client = factory.CreateClient();
        var response = await client.GetAsync("/machines");
        response.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Answers_pings()
    {
        Assert.Equal("pong", await factory.CreateClient().GetStringAsync("/ping"));
    }
}
