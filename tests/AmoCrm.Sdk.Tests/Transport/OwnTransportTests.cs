using System.Text;
using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class OwnTransportTests
{
    [Fact]
    public async Task A_transport_of_the_users_own_takes_the_place_of_everything_and_may_keep_what_it_saw()
    {
        var transport = new Recorder();
        await using var client = new AmoCrmClient(new AmoCrmClientOptions { Transport = transport });
        var api = new AmoCrmApi(client, new AmoCrmClientOptions { Transport = transport }, transport);

        for (var i = 0; i < 3; i++)
        {
            await api.SendAsync(ItemOperations.Create, new ItemArguments($"name-{i}"), default);
        }

        Assert.Equal(
            ["""[{"name":"name-0"}]""", """[{"name":"name-1"}]""", """[{"name":"name-2"}]"""],
            transport.Requests.Select(request => Encoding.UTF8.GetString(request.Body.Span)));
        Assert.Equal("amocrm_create_item", transport.Requests[0].Handler);
        Assert.Equal(RetrySafety.Unsafe, transport.Requests[0].Retry);
    }

    [Fact]
    public void Raw_paths_are_traced_without_their_ids()
    {
        Assert.Equal("/api/v4/leads/{id}/notes/{id}", new AmoCrmRequest(HttpMethod.Get, "/api/v4/leads/12/notes/34").PathTemplate);
    }

    private sealed class Recorder : IAmoCrmTransport
    {
        public List<AmoCrmRequest> Requests { get; } = [];

        public Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            return Task.FromResult(new AmoCrmResponse(200, Encoding.UTF8.GetBytes(Items.Page(5))));
        }
    }
}
