namespace AmoCrm.Emulator.Tests.Entities;

public sealed class ConcurrencyTests : EmulatorTest
{
    [Fact]
    public async Task Requests_at_the_same_time_do_not_share_ids_or_lose_events()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => CreateAsync("contacts", $$"""{"name":"Контакт {{number}}"}""")));

        Assert.Equal(40, ids.Distinct().Count());
        Assert.Equal(40 + 5, (await GetAsync("contacts?limit=250")).Items("contacts").Count);
        Assert.Equal(40 + 5, (await GetAsync("events?filter[type]=contact_added&limit=100")).Items("events").Count);
        Assert.Equal(Crm.Requests.Select(request => request.Sequence).Order(), Crm.Requests.Select(request => request.Sequence));
    }
}
