using System.Collections.Frozen;
using System.Text.Json;
using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Dispatch;

/// <summary>Handlers as the generator would emit them, over no amoCRM at all: what they are called with is what they answer.</summary>
internal static class TestHandlers
{
    public static HandlerDescriptor<ThingRequest, Thing?> Get { get; } = Make("amocrm_get_thing", "things", HandlerEffect.Read);

    public static HandlerDescriptor<ThingRequest, Thing?> Update { get; } = Make("amocrm_update_thing", "things", HandlerEffect.Update);

    public static HandlerDescriptor<IReadOnlyList<ThingRequest>, IReadOnlyList<Thing>> UpdateMany { get; } = new()
    {
        Name = "amocrm_update_things",
        Module = "bulk",
        Client = "Things",
        ClientMethod = "UpdateManyAsync",
        HttpMethod = "PATCH",
        Path = "/api/v4/things",
        Effect = HandlerEffect.Update,
        Retry = RetrySafety.Idempotent,
        Summary = "Updates things.",
        Documentation = "https://www.example.com/things",
        OutputVariable = "things",
        Parameters = [new HandlerParameter("items", "object[]", true) { Summary = "The things." }],
        Bind = static arguments => arguments.Items("items", Update, Bind),
        Invoke = static (_, requests, _) => Task.FromResult<IReadOnlyList<Thing>>([.. requests.Select(static request => new Thing(request.Id, request.Name ?? ""))]),
        WriteResult = static (writer, things) => writer.WriteNumberValue(things.Count),
        WriteEnvelope = static (writer, _, things) => JsonWrite.List(writer, "things"u8, things, Write),
    };

    public static HandlerRegistry Registry { get; } = Of(Get, Update, UpdateMany);

    public static HandlerRegistry Of(params HandlerDescriptor[] handlers) => new(
        handlers.ToFrozenDictionary(static handler => handler.Name, static Func<HandlerDescriptor> (handler) => () => handler, StringComparer.Ordinal),
        [.. handlers.Select(static handler => handler.Name)]);

    public static HandlerDescriptor<ThingRequest, Thing?> Make(string name, string module, HandlerEffect effect, Func<ThingRequest, CancellationToken, Task<Thing?>>? answer = null) => new()
    {
        Name = name,
        Module = module,
        Client = "Things",
        ClientMethod = "GetAsync",
        HttpMethod = "GET",
        Path = "/api/v4/things/{thing_id}",
        Effect = effect,
        Retry = RetrySafety.Safe,
        Summary = "A thing.",
        Documentation = "https://www.example.com/things",
        OutputVariable = "thing",
        Schemas = Packed.Of(name + "/parameters", """{"properties": {"filter": {"anyOf": [{"$ref": "#/$defs/F"}, {"type": "null"}]}}, "$defs": {"F": {"properties": {"id": {}, "updated_at": {}}}}}"""),
        Parameters =
        [
            new HandlerParameter("thing_id", "int64", true) { Summary = "The thing's id.", Aliases = ["id"], IsPositional = true },
            new HandlerParameter("name", "string", false),
            new HandlerParameter("price", "decimal", false),
            new HandlerParameter("with", "string[]", false),
            new HandlerParameter("user_ids", "int64[]", false),
            new HandlerParameter("filter", "ThingFilter", false),
            new HandlerParameter("extra", "json", false),
            new HandlerParameter("entity_type", "string", false) { AllowedValues = ["things", "thing"], AllowedValuesReason = "only things have this" },
            new HandlerParameter("value_before", "json", false) { AllowedValuesReason = "amoCRM keeps no former values; leave it out" },
            new HandlerParameter("colour", "string", false) { IsIgnored = true },
        ],
        Bind = Bind,
        Invoke = (_, request, cancellationToken) => answer is null
            ? Task.FromResult<Thing?>(request.Id == 404 ? null : new Thing(request.Id, request.Name ?? ""))
            : answer(request, cancellationToken),
        WriteResult = static (writer, thing) => Write(writer, thing!),
        WriteEnvelope = static (writer, request, thing) =>
        {
            writer.WritePropertyName("thing"u8);
            Write(writer, thing!);
            writer.WriteNumber("thing_id"u8, request.Id);
        },
    };

    public static ThingRequest Bind(ArgumentReader arguments)
    {
        var request = new ThingRequest { Id = arguments.Required("thing_id", Argument.Int64) };
        if (arguments.TryGetAssigned("name", Argument.String, out var name))
        {
            request.Name = name;
            request.WasNameAssigned = true;
        }

        if (arguments.TryGetAssigned("price", Argument.Decimal, out var price))
        {
            request.Price = price;
            request.WasPriceAssigned = true;
        }

        if (arguments.TryGet("with", static (list, context) => Argument.List<string>(list, context, Argument.String), out var with))
        {
            request.With = with;
        }

        if (arguments.TryGet("user_ids", static (list, context) => Argument.List<long>(list, context, Argument.Int64), out var userIds))
        {
            request.UserIds = userIds;
        }

        if (arguments.TryGet("filter", Argument.QueryModel<ThingFilter>, out var filter))
        {
            request.Filter = filter;
        }

        if (arguments.TryGet("extra", Argument.Json, out var extra))
        {
            request.Extra = extra;
        }

        return request;
    }

    private static void Write(Utf8JsonWriter writer, Thing thing)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, thing.Id);
        writer.WriteString("name"u8, thing.Name);
        writer.WriteEndObject();
    }
}
