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
    public void EveryHandlerHasACaseOfItsPlainName()
    {
        var plain = HandlerCases.All.Select(static item => item.Name).Where(static name => !name.Contains(':', StringComparison.Ordinal));
        Assert.Equal(HandlerCatalog.Names.Order(StringComparer.Ordinal), plain.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NoNameIsTakenTwice() => Assert.Equal(HandlerCases.All.Count, HandlerCases.All.DistinctBy(static item => item.Name).Count());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ATypedCallSendsExactlyThisAndReadsTheAnswer(string name)
    {
        var item = HandlerCases.Get(name);
        await using var run = new CaseRun(item.Exchanges);
        item.Check(await item.Call(run.Client));
        run.AssertSent();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ByNameTheSameIsSentAndAnswered(string name)
    {
        var item = HandlerCases.Get(name);
        await using var typed = new CaseRun(item.Exchanges);
        var typedResult = await item.Call(typed.Client);
        await using var run = new CaseRun(item.Exchanges);
        var result = await run.Client.InvokeAsync(item.Handler, Parse(item.Arguments), TestContext.Current.CancellationToken);
        run.AssertSent();
        Assert.Equal(typed.Sent, run.Sent);
        Assert.Equal(Write(HandlerCatalog.Get(item.Handler), typedResult), result.GetRawText());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ByNameIdsMayBeStrings(string name)
    {
        var item = HandlerCases.Get(name);
        var arguments = JsonNode.Parse(item.Arguments)!.AsObject();
        var hasIds = arguments.Any(static argument => argument.Key.EndsWith("_id", StringComparison.Ordinal) && argument.Value?.GetValueKind() == JsonValueKind.Number);
        Assert.True(IdsAsText.Apply(HandlerCatalog.Get(item.Handler), arguments) || !hasIds);
        await using var run = new CaseRun(item.Exchanges);
        await run.Client.InvokeAsync(item.Handler, Parse(arguments.ToJsonString()), TestContext.Current.CancellationToken);
        run.AssertSent();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task MembersOfALaterVersionAreKept(string name)
    {
        var item = HandlerCases.Get(name);
        await using var run = new CaseRun(item.Exchanges, UnknownMembers.Add);
        var result = await run.Client.InvokeAsync(item.Handler, Parse(item.Arguments), TestContext.Current.CancellationToken);
        run.AssertSent();
        if (item.KeepsUnknownMembers && item.Exchanges[^1].Answer is { } answer)
        {
            var expected = UnknownMembers.CountIn(Fixture.Read(answer));
            var kept = result.GetRawText().Split($"\"{UnknownMembers.Name}\"").Length - 1;
            Assert.True(expected > 0 && kept >= expected, $"Of {expected} objects {kept} kept their unknown member: {result.GetRawText()}");
        }
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    /// <summary>A typed result as the dispatch writes it.</summary>
    private static string Write(HandlerDescriptor handler, object? result)
    {
        if (result is null)
        {
            return "null";
        }

        var write = (Delegate)handler.GetType().GetProperty("WriteResult")!.GetValue(handler)!;
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write.DynamicInvoke(writer, result);
        }

        return JsonDocument.Parse(stream.ToArray()).RootElement.GetRawText();
    }
}
