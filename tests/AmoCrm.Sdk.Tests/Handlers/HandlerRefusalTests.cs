using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Tests.Handlers.Cases;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>What is missing, unknown or of the wrong kind is refused by name, and nothing is sent.</summary>
public sealed class HandlerRefusalTests
{
    public static TheoryData<string> Handlers => [.. HandlerCatalog.Names];

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task AnUnknownParameterIsRefused(string name)
    {
        var arguments = Valid(name);
        arguments["no_such_param"] = 1;
        await AssertRefusedAsync(name, arguments, "no_such_param");
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task AMissingRequiredParameterIsRefused(string name)
    {
        foreach (var parameter in HandlerCatalog.Get(name).Parameters.Where(static parameter => parameter.IsRequired))
        {
            var arguments = Valid(name);
            Assert.True(arguments.Remove(parameter.Name), $"The case of {name} does not give {parameter.Name}.");
            await AssertRefusedAsync(name, arguments, parameter.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task AParameterOfTheWrongKindIsRefused(string name)
    {
        foreach (var parameter in HandlerCatalog.Get(name).Parameters.Where(static parameter => WrongValues.Exists(parameter)))
        {
            var arguments = Valid(name);
            arguments[parameter.Name] = WrongValues.For(parameter);
            await AssertRefusedAsync(name, arguments, parameter.Name);
        }
    }

    private static JsonObject Valid(string name) => JsonNode.Parse(HandlerCases.Get(name).Arguments)!.AsObject();

    private static async Task AssertRefusedAsync(string name, JsonObject arguments, string parameter)
    {
        await using var run = new CaseRun();
        using var document = JsonDocument.Parse(arguments.ToJsonString());
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => run.Client.InvokeAsync(name, document.RootElement, TestContext.Current.CancellationToken));
        Assert.Contains(parameter, exception.Message, StringComparison.Ordinal);
        Assert.Equal(name, exception.Handler);
        Assert.Empty(run.Sent);
    }
}
