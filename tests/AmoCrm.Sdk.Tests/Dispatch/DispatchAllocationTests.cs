using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

/// <summary>What a call by name allocates beside what the typed call does.</summary>
public sealed class DispatchAllocationTests
{
    /// <summary>The reader of the arguments; what was given is noted in an array of the pool.</summary>
    private const int Reader = 64;

    /// <summary>Code that the JIT has not yet optimised boxes a number on its way through generic methods.</summary>
    private const int Box = 24;

    [Fact]
    public void A_typed_call_by_name_allocates_nothing_of_its_own()
    {
        var answer = Task.FromResult<Thing?>(new Thing(1, ""));
        var registry = TestHandlers.Of(TestHandlers.Make("amocrm_get_thing", "things", HandlerEffect.Read, (_, _) => answer), TestHandlers.UpdateMany);
        var request = new ThingRequest { Id = 1 };

        Assert.Equal(0, Allocated(() => HandlerDispatcher.InvokeAsync<ThingRequest, Thing?>(registry.Get("amocrm_get_thing"), null!, request, default)));
    }

    [Fact]
    public void Nor_does_finding_a_handler_of_the_table() => Assert.Equal(0, Allocated(static () => HandlerCatalog.Get("amocrm_get_company")));

    [Fact]
    public void Five_arguments_become_the_request_and_little_more()
    {
        var handler = HandlerCatalog.Get("amocrm_list_companies");
        var arguments = JsonText.Element("""{"query": "Ромашка", "with": ["contacts"], "page": 2, "limit": 50, "allow_unfiltered": true}""");

        var typed = Allocated(() => new ListCompaniesRequest { Query = Text("Ромашка"), With = [new CompanyInclude(Text("contacts"))], Page = 2, Limit = 50, AllowUnfiltered = true });
        var bound = Allocated(() => handler.BindRequest(arguments));

        Assert.InRange(bound, typed, typed + Reader + (5 * Box));
        Assert.True(bound <= 600, $"{bound} bytes");
    }

    [Fact]
    public void Arguments_that_are_not_given_cost_nothing()
    {
        var handler = HandlerCatalog.Get("amocrm_create_company");
        var arguments = JsonText.Element("""{"name": "Ромашка"}""");

        var typed = Allocated(() => new CreateCompanyRequest { Name = Text("Ромашка") });
        var bound = Allocated(() => handler.BindRequest(arguments));

        Assert.InRange(bound, typed, typed + Reader);
    }

    [Fact]
    public void The_place_of_an_item_is_written_once_for_all_its_arguments()
    {
        var handler = HandlerCatalog.Get("amocrm_update_leads");
        var one = JsonText.Element(Items(1));
        var many = JsonText.Element(Items(101));

        var item = (Allocated(() => handler.BindRequest(many)) - Allocated(() => handler.BindRequest(one))) / 100;
        var typed = Allocated(() => new UpdateLeadRequest { Name = Text("Кухня"), Price = 5, PipelineId = 6, StatusId = 7 });

        // The arguments as a struct in the list of items, a reader, the item's place ("items[100].").
        Assert.InRange(item, typed, typed + 16 + Reader + 96 + (5 * Box));
    }

    private static string Items(int count) =>
        $$"""{"items": [{{string.Join(",", Enumerable.Repeat("""{"lead_id": 1, "name": "Кухня", "price": 5, "pipeline_id": 6, "status_id": 7}""", count))}}]}""";

    // A text of its own, as one that is read from JSON is.
    private static string Text(string text) => new(text.AsSpan());

    private static long Allocated(Func<object?> action)
    {
        object? kept = null;
        for (var i = 0; i < 100; i++)
        {
            kept = action();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            kept = action();
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(kept);
        return bytes / 1000;
    }
}
