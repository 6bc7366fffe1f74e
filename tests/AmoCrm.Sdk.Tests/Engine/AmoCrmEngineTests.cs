using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Emulator;
using AmoCrm.Sdk.Engine;
using AmoCrm.Sdk.Tests.Dispatch;
using AmoCrm.Sdk.Tests.LegacyDefects;
using NSubstitute;

namespace AmoCrm.Sdk.Tests.Engine;

public sealed class AmoCrmEngineTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_leaves_its_envelope_under_the_default_name()
    {
        var context = new JsonObject();

        var envelope = await Engine().ExecuteStepAsync(JsonText.Object("""{"type": "amocrm_get_thing", "params": {"thing_id": 5, "name": "x"}}"""), context, Token);

        Assert.Same(envelope, context["thing"]);
        Assert.True(JsonNode.DeepEquals(
            JsonText.Object("""{"success": true, "handler": "amocrm_get_thing", "thing": {"id": 5, "name": "x"}, "thing_id": 5}"""), envelope));
    }

    [Fact]
    public async Task A_step_leaves_its_envelope_under_output_var()
    {
        var context = JsonText.Object("""{"key": "mine"}""");

        await Engine().ExecuteStepAsync(JsonText.Object("""{"type": "amocrm_get_thing", "params": {"thing_id": 5, "output_var": "{key}"}}"""), context, Token);

        Assert.True(context["mine"]!["success"]!.GetValue<bool>());
        Assert.False(context.ContainsKey("thing"));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    public async Task An_output_var_that_is_no_name_is_an_invalid_param(string value)
    {
        var context = new JsonObject();

        await Engine().ExecuteStepAsync(Step($$"""{"thing_id": 5, "output_var": {{value}}}"""), context, Token);

        Assert.Equal("invalid_params", context["thing"]!["error_code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"thing_id": 5, "name": "cut off \ud83d"}""", "{}")]
    [InlineData("""{"thing_id": 5, "name": "{text}"}""", """{"text": "cut off \ud83d"}""")]
    [InlineData("""{"thing_id": 5, "name": "before {text}"}""", """{"text": "cut off \ud83d"}""")]
    [InlineData("""{"thing_id": "\ud83d"}""", "{}")]
    public async Task Half_a_character_is_an_invalid_param(string parameters, string context)
    {
        var state = JsonText.Object(context);

        await Engine().ExecuteStepAsync(Step(parameters), state, Token);

        Assert.Equal("invalid_params", state["thing"]!["error_code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"thing_id": 5, "name": {"a": 1, "a": 2}}""", "{}")]
    [InlineData("""{"thing_id": 5, "thing_id": 6}""", "{}")]
    [InlineData("""{"thing_id": "{a.b}"}""", """{"a": {"b": 1, "b": 2}}""")]
    public async Task A_member_that_is_there_twice_is_an_invalid_param(string parameters, string context)
    {
        var state = JsonText.Object(context);

        await Engine().ExecuteStepAsync(Step(parameters), state, Token);

        Assert.Equal("invalid_params", state["thing"]!["error_code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"thing_id": 5, "name": "cut off \ud83d"}""", "{}", "a text that is not valid Unicode")]
    [InlineData("""{"thing_id": 5, "\ud83d": 1}""", "{}", "a text that is not valid Unicode")]
    [InlineData("""{"thing_id": 5, "name": ["{text}"]}""", """{"text": [{"a": "cut off \ud83d"}]}""", "a text that is not valid Unicode")]
    [InlineData("""{"thing_id": 5, "name": [{"a": 1, "a": 2}]}""", "{}", "an object with the same member twice")]
    [InlineData("""{"thing_id": "{a.b}"}""", """{"a": {"b": 1, "b": 2}}""", "an object with the same member twice")]
    public async Task What_is_wrong_with_params_is_said(string parameters, string context, string fault)
    {
        var envelope = await Engine().ExecuteStepAsync(Step(parameters), JsonText.Object(context), Token);

        Assert.EndsWith($"hold {fault}.", envelope["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1100, 1)]
    [InlineData(600, 600)]
    public async Task Levels_that_nothing_can_be_written_in_are_an_invalid_param(int ofParams, int ofContext)
    {
        var step = Step("""{"thing_id": 5}""");
        step["params"]!["name"] = Nested("{deep}", ofParams);

        var envelope = await Engine().ExecuteStepAsync(step, new JsonObject { ["deep"] = Nested("x", ofContext) }, Token);

        Assert.EndsWith("hold more than 1000 levels.", envelope["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("before \udc00 after")]
    public async Task Half_a_character_in_nodes_that_were_never_JSON_is_an_invalid_param(string text)
    {
        var step = Step("""{"thing_id": 5}""");
        step["params"]![text] = text;

        var envelope = await Engine().ExecuteStepAsync(step, [], Token);

        Assert.Equal("invalid_params", envelope["error_code"]!.GetValue<string>());
    }

    // An exception of a type that broken nodes have, too.
    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(ArgumentException))]
    [InlineData(typeof(ArgumentOutOfRangeException))]
    public async Task A_defect_is_not_taken_for_broken_params(Type type)
    {
        var defect = (Exception)Activator.CreateInstance(type)!;
        var clock = Substitute.For<TimeProvider>();
        clock.GetUtcNow().Returns(_ => throw defect);
        var engine = Engine(options: new EngineOptions { TimeProvider = clock });

        var thrown = await Assert.ThrowsAsync(type, () => engine.ExecuteStepAsync(Step("""{"thing_id": 5, "name": "{current_date}"}"""), [], Token));

        Assert.Same(defect, thrown);
    }

    [Theory]
    [InlineData("""{"type": "amocrm_get_thing", "params": {}, "params": {}}""", "{}", "step")]
    [InlineData("""{"type": "\ud83d"}""", "{}", "step")]
    [InlineData("""{"type": "amocrm_get_thing", "params": {"thing_id": 5}}""", """{"a": 1, "a": 2}""", "context")]
    [InlineData("""{"type": "amocrm_get_thing", "params": {"thing_id": 5}}""", """{"\ud83d": 1}""", "context")]
    public async Task A_broken_step_or_context_throws_before_anything_is_called(string step, string context, string parameter)
    {
        var engine = Engine((_, _) => throw new InvalidOperationException("must not be called"));

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => engine.ExecuteStepAsync(JsonText.Object(step), JsonText.Object(context), Token));

        Assert.Equal(parameter, exception.ParamName);
    }

    [Fact]
    public async Task Steps_hand_values_on_through_the_context()
    {
        var context = JsonText.Object("""{"start": "7"}""");
        var engine = Engine();

        await engine.ExecuteStepAsync(JsonText.Object("""{"type": "amocrm_get_thing", "params": {"thing_id": "{start}", "output_var": "first"}}"""), context, Token);
        await engine.ExecuteStepAsync(JsonText.Object("""{"type": "amocrm_get_thing", "params": {"thing_id": "{first.thing.id}", "name": "after {first.thing.id}"}}"""), context, Token);

        Assert.Equal("after 7", context["thing"]!["thing"]!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"thing_id": "x"}""", "thing_id")]
    [InlineData("""{}""", "thing_id")]
    [InlineData("""{"thing_id": "{nobody}"}""", "thing_id")]
    [InlineData("""{"thing_id": 5, "nmae": 1}""", "nmae")]
    public async Task Bad_params_are_a_failure_that_names_them_and_nothing_is_called(string parameters, string name)
    {
        var context = new JsonObject();
        var engine = Engine((_, _) => throw new InvalidOperationException("must not be called"));

        await engine.ExecuteStepAsync(Step(parameters), context, Token);

        var envelope = context["thing"]!.AsObject();
        Assert.Equal(["success", "handler", "error", "error_code", "status_code"], envelope.Select(static member => member.Key));
        Assert.False(envelope["success"]!.GetValue<bool>());
        Assert.Equal("invalid_params", envelope["error_code"]!.GetValue<string>());
        Assert.Equal(0, envelope["status_code"]!.GetValue<int>());
        Assert.Contains($"'{name}'", envelope["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", envelope["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Params_that_are_no_object_are_a_failure()
    {
        var context = new JsonObject();

        await Engine().ExecuteStepAsync(JsonText.Object("""{"type": "amocrm_get_thing", "params": [1]}"""), context, Token);

        Assert.Equal("invalid_params", context["thing"]!["error_code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Deep_params_are_no_fault()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));
        var parameters = new JsonObject { ["thing_id"] = 5, ["extra"] = JsonNode.Parse(deep, documentOptions: new JsonDocumentOptions { MaxDepth = 300 }) };

        var envelope = await Engine().ExecuteStepAsync(new JsonObject { ["type"] = "amocrm_get_thing", ["params"] = parameters }, [], Token);

        Assert.True(envelope["success"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_missing_object_is_not_found()
    {
        var envelope = await Engine().CallHandlerAsync("amocrm_get_thing", JsonText.Element("""{"id": "404"}"""), Token);

        Assert.Equal("not_found", envelope["error_code"]!.GetValue<string>());
        Assert.Equal(404, envelope["status_code"]!.GetValue<int>());
        Assert.Contains("thing_id 404", envelope["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_amocrm_refused_is_a_failure_with_its_problem_as_data()
    {
        var engine = Engine((_, _) => throw new AmoCrmValidationException(new AmoCrmApiError
        {
            StatusCode = 400,
            Title = "Bad Request",
            Handler = "amocrm_get_thing",
            Problem = JsonText.Element("""{"title": "Bad Request", "validation-errors": [{"errors": [{"code": "NotBlank", "path": "name"}]}]}"""),
        }));

        var envelope = await engine.CallHandlerAsync("amocrm_get_thing", JsonText.Element("""{"thing_id": 1}"""), Token);

        Assert.Equal(["success", "handler", "error", "error_code", "status_code", "data"], envelope.Select(static member => member.Key));
        Assert.Equal("validation", envelope["error_code"]!.GetValue<string>());
        Assert.Equal(400, envelope["status_code"]!.GetValue<int>());
        Assert.Equal("name", envelope["data"]!["validation-errors"]![0]!["errors"]![0]!["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unknown_handler_throws()
    {
        var context = new JsonObject();

        var exception = await Assert.ThrowsAsync<AmoCrmUnknownHandlerException>(() => Engine().ExecuteStepAsync(JsonText.Object("""{"type": "amocrm_get_thng"}"""), context, Token));

        Assert.Contains("amocrm_get_thing", exception.Suggestions);
        Assert.Empty(context);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type": 5}""")]
    [InlineData("""{"type": null}""")]
    public async Task A_step_without_a_type_throws(string step)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Engine().ExecuteStepAsync(JsonText.Object(step), [], Token));
    }

    [Fact]
    public async Task A_cancelled_step_throws_and_calls_nothing()
    {
        var engine = Engine((_, _) => throw new InvalidOperationException("must not be called"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            engine.ExecuteStepAsync(JsonText.Object("""{"type": "amocrm_get_thing", "params": {"thing_id": 1}}"""), [], new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_write_cancelled_on_its_way_throws_that_its_outcome_is_unknown()
    {
        using var source = new CancellationTokenSource();
        var engine = Engine(async (_, cancellationToken) =>
        {
            await source.CancelAsync();
            throw new AmoCrmOperationCanceledException("amocrm_get_thing", null, cancellationToken);
        });

        await Assert.ThrowsAsync<AmoCrmOperationCanceledException>(() => engine.CallHandlerAsync("amocrm_get_thing", JsonText.Element("""{"thing_id": 1}"""), source.Token));
    }

    [Fact]
    public async Task A_fault_of_the_program_is_not_hidden_in_an_envelope()
    {
        var engine = Engine((_, _) => throw new InvalidOperationException("a bug"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.CallHandlerAsync("amocrm_get_thing", JsonText.Element("""{"thing_id": 1}"""), Token));
    }

    [Fact]
    public async Task The_health_check_asks_for_the_account()
    {
        await using var program = await LegacyProgram.StartAsync();

        var healthy = await program.Engine.CheckHealthAsync(Token);
        program.Crm.AddFault(new EmulatorFault { Status = 401 });
        var sick = await program.Engine.CheckHealthAsync(Token);

        Assert.Equal(program.Crm.AccountId, healthy["account"]!["id"]!.GetValue<long>());
        Assert.Equal("unauthorized", sick["error_code"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_engine_with_a_client_of_its_own_runs_steps_and_closes_it()
    {
        await using var program = await LegacyProgram.StartAsync();
        var context = new JsonObject();
        await using (var engine = await AmoCrmEngine.CreateAsync(program.ClientOptions, cancellationToken: Token))
        {
            await engine.ExecuteStepAsync(JsonText.Object("""{"type": "amocrm_get_user", "params": {"user_id": "8001002"}}"""), context, Token);
        }

        Assert.Equal(8001002, context["user"]!["user"]!["id"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_null_is_sent_on_an_update_and_left_out_on_a_create()
    {
        await using var program = await LegacyProgram.StartAsync();

        await program.SucceedAsync("amocrm_create_company", """{"name": "Весна", "phone": null}""");
        await program.SucceedAsync("amocrm_update_company", """{"company_id": 11001, "phone": null}""");

        var bodies = program.Writes.Select(static request => JsonNode.Parse(request.Body)).ToList();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""[{"name": "Весна"}]"""), bodies[0]), bodies[0]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"custom_fields_values": [{"field_code": "PHONE", "values": null}]}"""), bodies[1]), bodies[1]!.ToJsonString());
    }

    [Fact]
    public async Task A_write_that_could_not_be_read_back_is_a_success_that_says_so()
    {
        await using var program = await LegacyProgram.StartAsync();
        program.Crm.AddFault(new EmulatorFault { Method = "GET", Path = "/api/v4/companies/*", Status = 403 });

        var envelope = await program.SucceedAsync("amocrm_create_company", """{"name": "Весна", "fetch": true}""");

        Assert.True(envelope["company_id"]!.GetValue<long>() > 0);
        Assert.NotEmpty(envelope["fetch_error"]!.GetValue<string>());
    }

    [Fact]
    public void The_engine_lists_its_handlers_and_modules()
    {
        var engine = Engine();

        Assert.Equal(["amocrm_get_thing", "amocrm_update_things"], engine.GetRegisteredHandlers());
        Assert.Equal(["things", "bulk"], engine.Modules);
    }

    private static JsonObject Step(string parameters) => new() { ["type"] = "amocrm_get_thing", ["params"] = JsonNode.Parse(parameters) };

    private static JsonNode Nested(JsonNode node, int levels)
    {
        for (var level = 0; level < levels; level++)
        {
            node = new JsonArray(node);
        }

        return node;
    }

    private static AmoCrmEngine Engine(Func<ThingRequest, CancellationToken, Task<Thing?>>? answer = null, EngineOptions? options = null) => new(
        Substitute.For<IAmoCrmClient>(),
        TestHandlers.Of(TestHandlers.Make("amocrm_get_thing", "things", HandlerEffect.Read, answer), TestHandlers.UpdateMany),
        options);
}
