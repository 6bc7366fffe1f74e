using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Tests.Handlers.Cases;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Runs every case: typed (out and in), by name with ids as numbers and as strings, and with an answer of a later version of the API.</summary>
public sealed class HandlerContractTests
{
    public static TheoryData<string> Names => [.. HandlerCases.All.Select(static item => item.Name)];

    [Fact]
    public void EveryHandlerHasACase()
    {
        var covered = HandlerCases.All.Select(static item => item.Handler).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(HandlerCatalog.Names.Where(name => !covered.Contains(name)));
        Assert.Empty(covered.Where(static name => HandlerCatalog.Find(name) is null));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ATypedCallSendsExactlyThisAndReadsTheAnswer(string name)
    {
        var item = HandlerCases.Get(name);
        await using var run = new CaseRun(item);
        item.Check(await item.Call(run.Client));
        run.AssertSent();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ByNameTheSameIsSentAndAnswered(string name)
    {
        var item = HandlerCases.Get(name);
        await using var typed = new CaseRun(item);
        await item.Call(typed.Client);
        await using var run = new CaseRun(item);
        var result = await run.Client.InvokeAsync(item.Handler, Parse(item.Arguments), TestContext.Current.CancellationToken);
        run.AssertSent();
        Assert.Equal(typed.Sent, run.Sent);
        Assert.NotEqual(JsonValueKind.Undefined, result.ValueKind);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ByNameIdsMayBeStrings(string name)
    {
        var item = HandlerCases.Get(name);
        var arguments = JsonNode.Parse(item.Arguments)!.AsObject();
        var changed = IdsAsText.Apply(HandlerCatalog.Get(item.Handler), arguments);
        await using var run = new CaseRun(item);
        await run.Client.InvokeAsync(item.Handler, Parse(arguments.ToJsonString()), TestContext.Current.CancellationToken);
        run.AssertSent();
        Assert.Equal(HandlerCatalog.Get(item.Handler).Parameters.Any(parameter => IdsAsText.IsId(parameter) && arguments.ContainsKey(parameter.Name)), changed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task MembersOfALaterVersionAreKept(string name)
    {
        var item = HandlerCases.Get(name);
        await using var run = new CaseRun(item, UnknownMembers.Add);
        var result = await run.Client.InvokeAsync(item.Handler, Parse(item.Arguments), TestContext.Current.CancellationToken);
        if (item.KeepsUnknownMembers && item.Exchanges[^1].Answer is not null)
        {
            Assert.Contains(UnknownMembers.Name, result.GetRawText(), StringComparison.Ordinal);
        }
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
