using AmoCrm.Sdk.Dispatch;
using NSubstitute;

namespace AmoCrm.Sdk.Tests.Dispatch;

public sealed class HandlerDispatcherTests
{
    private static readonly IAmoCrmClient Client = Substitute.For<IAmoCrmClient>();

    [Fact]
    public void A_typed_call_returns_the_methods_own_task()
    {
        var own = Task.FromResult<Thing?>(new Thing(1, "one"));
        var handler = TestHandlers.Make("amocrm_get_thing", "things", HandlerEffect.Read, (_, _) => own);

        Assert.Same(own, HandlerDispatcher.InvokeAsync<ThingRequest, Thing?>(handler, Client, new ThingRequest(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_call_with_other_types_names_the_expected_ones()
    {
        var exception = Assert.Throws<AmoCrmArgumentException>(() =>
        {
            _ = HandlerDispatcher.InvokeAsync<long, IReadOnlyList<Thing>>(TestHandlers.Get, Client, 5, TestContext.Current.CancellationToken);
        });

        Assert.Contains("InvokeAsync<ThingRequest, Thing>", exception.Message, StringComparison.Ordinal);
        Assert.Contains("InvokeAsync<Int64, IReadOnlyList<Thing>>", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_typed_call_without_a_request_is_refused()
    {
        Assert.Throws<AmoCrmArgumentException>(() =>
        {
            _ = HandlerDispatcher.InvokeAsync<ThingRequest, Thing?>(TestHandlers.Get, Client, null!, TestContext.Current.CancellationToken);
        });
    }

    [Fact]
    public async Task A_dynamic_call_answers_the_result_as_json()
    {
        var result = await TestHandlers.Get.InvokeAsync(Client, JsonText.Element("""{"thing_id": "5", "name": "Стол"}"""), TestContext.Current.CancellationToken);

        Assert.Equal(5, result.GetProperty("id").GetInt64());
        Assert.Equal("Стол", result.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_dynamic_call_answers_null_for_what_is_not_there()
    {
        var result = await TestHandlers.Get.InvokeAsync(Client, JsonText.Element("""{"thing_id": 404}"""), TestContext.Current.CancellationToken);

        Assert.Equal(System.Text.Json.JsonValueKind.Null, result.ValueKind);
    }

    [Fact]
    public async Task A_dynamic_call_throws_what_the_method_throws()
    {
        var handler = TestHandlers.Make("amocrm_get_thing", "things", HandlerEffect.Read, (_, _) => throw new AmoCrmOutcomeUnknownException("lost"));

        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => handler.InvokeAsync(Client, JsonText.Element("""{"thing_id": 1}"""), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_unknown_handler_is_an_error_with_the_nearest_names()
    {
        var exception = Assert.Throws<AmoCrmUnknownHandlerException>(() => TestHandlers.Registry.Get("amocrm_get_thign"));

        Assert.Equal("amocrm_get_thign", exception.Handler);
        Assert.Equal("amocrm_get_thing", exception.Suggestions[0]);
        Assert.Contains("Did you mean 'amocrm_get_thing'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Handlers_keep_their_order_and_their_modules()
    {
        Assert.Equal(["amocrm_get_thing", "amocrm_update_thing", "amocrm_update_things"], TestHandlers.Registry.All.Select(static handler => handler.Name));
        Assert.Equal(["things", "bulk"], TestHandlers.Registry.Modules);
    }
}
