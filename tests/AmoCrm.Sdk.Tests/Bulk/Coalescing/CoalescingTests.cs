using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Bulk.Coalescing;

/// <summary>Creates that are made one by one at the same time, in one request.</summary>
public sealed class CoalescingTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly HeldTransport _amo = new();

    [Fact]
    public async Task Unless_it_is_asked_for_each_create_goes_on_its_own()
    {
        var api = _amo.Client(options => options.TimeProvider = _time).Api;
        var creates = new[] { "a", "b" }.Select(name => api.SendAsync(ItemOperations.Create, new ItemArguments(name), default)).ToList();
        Assert.Equal(["""[{"name":"a"}]""", """[{"name":"b"}]"""], _amo.Asked.Select(static asked => asked.Body));
        _amo.Asked[0].Answer(200, Items.Page(1));
        _amo.Asked[1].Answer(200, Items.Page(2));
        Assert.Equal([1, 2], (await Task.WhenAll(creates).WithPatience()).Select(static item => item.Id));
    }

    [Fact]
    public async Task Creates_of_one_moment_ride_together_and_each_caller_gets_his_own()
    {
        var api = Client().Api;
        var creates = new[] { "a", "b", "c" }.Select(name => api.SendAsync(Create, new ItemArguments(name), default)).ToList();
        _time.Advance(TimeSpan.FromMilliseconds(24));
        Assert.Empty(_amo.Asked);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        (await _amo.WhenAskedAsync(0)).Answer(200, """{"_embedded":{"items":[{"id":3,"request_id":"2"},{"id":1,"request_id":"0"},{"id":2,"request_id":"1"}]}}""");
        Assert.Equal([1, 2, 3], (await Task.WhenAll(creates).WithPatience()).Select(static item => item.Id));
        Assert.Equal(["a", "b", "c"], Assert.Single(_amo.Asked).Names);
    }

    [Fact]
    public async Task A_full_request_leaves_at_once_and_the_next_one_has_a_moment_of_its_own()
    {
        var client = Client().Client;
        var creates = Enumerable.Range(0, 51).Select(index => client.Leads.CreateAsync(new() { Name = $"{index}" }, TestContext.Current.CancellationToken)).ToList();
        Assert.Equal(50, Assert.Single(_amo.Asked).Names.Count);
        _time.Advance(TimeSpan.FromMilliseconds(25));
        Assert.Equal(["50"], (await _amo.WhenAskedAsync(1)).Names);
        Answer(0, 1000);
        Answer(1, 2000);
        Assert.Equal([.. Enumerable.Range(1000, 50).Select(static id => (long)id), 2000], (await Task.WhenAll(creates).WithPatience()).Select(static lead => lead.Id));

        void Answer(int number, int firstId) => _amo.Asked[number].Answer(200, $$"""{"_embedded":{"leads":[{{string.Join(',', _amo.Asked[number].Names.Select((_, place) => $$"""{"id":{{firstId + place}},"request_id":"{{place}}"}"""))}}]} }""");
    }

    [Fact]
    public async Task Without_a_window_each_leaves_at_once()
    {
        var amo = new HeldTransport { AnswersAtOnce = static asked => { asked.AnswerCreated(asked.Names[0][0]); return true; } };
        var api = amo.Client(static options => options.Coalescing = new() { IsEnabled = true, Window = TimeSpan.Zero }).Api;
        Assert.Equal('a', (await api.SendAsync(Create, new ItemArguments("a"), default).WithPatience()).Id);
        Assert.Equal('b', (await api.SendAsync(Create, new ItemArguments("b"), default).WithPatience()).Id);
    }

    [Fact]
    public async Task What_is_to_be_read_back_is_read_back_for_each()
    {
        var api = Client().Api;
        var fetched = api.SendAsync(Create, new ItemArguments("a", Fetch: true), default);
        var plain = api.SendAsync(Create, new ItemArguments("b"), default);
        _time.Advance(TimeSpan.FromMilliseconds(25));
        (await _amo.WhenAskedAsync(0)).AnswerCreated(7);
        Assert.Equal(new Item(8, RequestId: "1"), await plain.WithPatience());
        var read = await _amo.WhenAskedAsync(1);
        Assert.Equal("/api/v4/items/7", read.Request.Path);
        read.Answer(200, """{"id":7,"name":"read"}""");
        Assert.Equal("read", (await fetched.WithPatience()).Name);
    }

    [Fact]
    public async Task Users_lanes_and_paths_do_not_mix()
    {
        var test = Client();
        var byPath = ItemOperations.CreateIn(50, 50, path: static item => $"/api/v4/lists/{item.Id}/items");
        Task[] creates =
        [
            test.Api.SendAsync(byPath, new ItemArguments("a", 1), default),
            test.Api.SendAsync(byPath, new ItemArguments("b", 2), default),
            test.Api.SendAsync(byPath, new ItemArguments("c", 1), default),
            test.Client.Leads.CreateAsync(new() { Name = "d" }, TestContext.Current.CancellationToken),
            test.Client.AsUser(7).Leads.CreateAsync(new() { Name = "e" }, TestContext.Current.CancellationToken),
            test.Client.AsUser(7).Leads.CreateAsync(new() { Name = "f" }, TestContext.Current.CancellationToken),
            test.Client.AsBulk().Leads.CreateAsync(new() { Name = "g" }, TestContext.Current.CancellationToken),
        ];
        _time.Advance(TimeSpan.FromMilliseconds(25));
        await _amo.WhenAskedAsync(4);
        Assert.Equal(
            ["/api/v4/leads Bulk: g", "/api/v4/leads Interactive 7: e f", "/api/v4/leads Interactive: d", "/api/v4/lists/1/items Interactive: a c", "/api/v4/lists/2/items Interactive: b"],
            _amo.Asked
                .Select(static asked => $"{asked.Request.Path} {asked.Request.Priority}{(asked.Request.ContextUserId is { } user ? $" {user}" : string.Empty)}: {string.Join(' ', asked.Names)}")
                .Order(StringComparer.Ordinal));
        foreach (var asked in _amo.Asked)
        {
            asked.Answer(402, "{}");
        }

        await Task.WhenAll(creates.Select(static create => Assert.ThrowsAsync<AmoCrmPaymentRequiredException>(() => create))).WithPatience();
    }

    [Fact]
    public async Task What_no_batch_can_carry_and_what_is_no_create_goes_on_its_own()
    {
        var api = Client().Api;
        var alone = api.SendAsync(Create, new ItemArguments("a", HasOrder: true), default);
        var update = api.SendAsync(ItemOperations.Update, new ItemArguments("b", 5), default);
        Assert.Equal(["POST /api/v4/items", "PATCH /api/v4/items/5"], _amo.Asked.Select(static asked => asked.Request.ToString()));
        _amo.Asked[0].Answer(200, Items.Page(1));
        _amo.Asked[1].Answer(200, """{"id":5}""");
        Assert.Equal([1, 5], (await Task.WhenAll(alone, update).WithPatience()).Select(static item => item.Id));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5001)]
    public void A_window_that_cannot_be_is_refused(int milliseconds)
    {
        var options = new AmoCrmClientOptions { Coalescing = new() { Window = TimeSpan.FromMilliseconds(milliseconds) } };
        Assert.Contains("Coalescing.Window", Assert.Throws<AmoCrmConfigurationException>(options.Validate).Message, StringComparison.Ordinal);
        options.Coalescing = null!;
        Assert.Contains("Coalescing", Assert.Throws<AmoCrmConfigurationException>(options.Validate).Message, StringComparison.Ordinal);
    }

    private static Sdk.Transport.Operation<ItemArguments, Item> Create { get; } = ItemOperations.CreateIn(50, 250);

    private TestClient Client() => _amo.Client(options =>
    {
        options.TimeProvider = _time;
        options.Coalescing.IsEnabled = true;
    });
}
