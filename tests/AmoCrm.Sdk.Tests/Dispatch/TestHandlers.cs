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

    public static HandlerDescriptor<IReadOnlyList<ThingRequest>, IReadOnlyList<Thing>> UpdateMany { get; } = new("amocrm_update_things", Packed.Of("""
        {
        "amocrm_update_things/facts":{"module":"bulk","client":"Things","client_method":"UpdateManyAsync","http_method":"PATCH","path":"/api/v4/things","effect":"Update","retry":"Idempotent",
        "summary":"Updates things.","documentation":"https://www.example.com/things","output_variable":"things",
        "parameters":[{"name":"items","type":"object[]","is_required":true,"summary":"The things."}]}
        }
        """))
    {
        Bind = static arguments => arguments.Items("items", Update, Bind),
        Invoke = static (_, requests, _) => Task.FromResult<IReadOnlyList<Thing>>([.. requests.Select(static request => new Thing(request.Id, request.Name ?? ""))]),
        WriteResult = static (writer, things) => writer.WriteNumberValue(things.Count),
        WriteEnvelope = static (writer, _, things) => JsonWrite.List(writer, "things"u8, things, Write),
    };

    public static HandlerRegistry Registry { get; } = Of(Get, Update, UpdateMany);

    public static HandlerRegistry Of(params HandlerDescriptor[] handlers) => new(
        handlers.ToFrozenDictionary(static handler => handler.Name, static Func<HandlerDescriptor> (handler) => () => handler, StringComparer.Ordinal),
        [.. handlers.Select(static handler => handler.Name)]);

    public static HandlerDescriptor<ThingRequest, Thing?> Make(string name, string module, HandlerEffect effect, Func<ThingRequest, CancellationToken, Task<Thing?>>? answer = null) => new(name, Packed.Of($$"""
        {
        "{{name}}/facts":{"module":"{{module}}","client":"Things","client_method":"GetAsync","http_method":"GET","path":"/api/v4/things/{thing_id}","effect":"{{effect}}","retry":"Safe",
        "summary":"A thing.","documentation":"https://www.example.com/things","output_variable":"thing","checked":["docs","issues"],"unsupported":"Things are a dream.","is_custom":true,
        "parameters":[
        {"name":"thing_id","type":"int64","is_required":true,"summary":"The thing's id.","aliases":["id"],"is_positional":true},
        {"name":"name","type":"string","summary":""},
        {"name":"price","type":"decimal","summary":"","default":"1.5","requirement":"Needs a name."},
        {"name":"with","type":"string[]","summary":""},
        {"name":"user_ids","type":"int64[]","summary":""},
        {"name":"filter","type":"ThingFilter","summary":""},
        {"name":"extra","type":"json","summary":""},
        {"name":"entity_type","type":"string","summary":"","allowed_values":["things","thing"],"allowed_values_reason":"only things have this"},
        {"name":"value_before","type":"json","summary":"","allowed_values_reason":"amoCRM keeps no former values; leave it out"},
        {"name":"colour","type":"string","summary":"","is_ignored":true}]},
        "{{name}}/parameters":{"properties": {"filter": {"anyOf": [{"$ref": "#/$defs/F"}, {"type": "null"}]} }, "$defs": {"F": {"properties": {"id": {}, "updated_at": {} } } } }
        }
        """))
    {
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
