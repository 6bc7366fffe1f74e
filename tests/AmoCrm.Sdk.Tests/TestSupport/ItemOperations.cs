using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Paging;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>Operations of every kind, as the generator would emit them.</summary>
internal static class ItemOperations
{
    public static Operation<ItemArguments, Item?> Get { get; } = new()
    {
        Handler = "amocrm_get_item",
        Method = HttpMethod.Get,
        PathTemplate = "/api/v4/items/{id}",
        Effect = HandlerEffect.Read,
        Retry = RetrySafety.Safe,
        Missing = [204, 404],
        Path = static arguments => $"/api/v4/items/{ApiPath.Segment(arguments.Id, "id")}",
        Read = static (ref Utf8JsonReader reader, ItemArguments _) => ReadItem(ref reader),
        Absent = static _ => null,
    };

    public static Operation<ItemArguments, Item> Create { get; } = CreateIn(2, 3);

    public static Operation<ItemArguments, Item> Update { get; } = new()
    {
        Handler = "amocrm_update_item",
        Method = HttpMethod.Patch,
        PathTemplate = "/api/v4/items/{id}",
        Effect = HandlerEffect.Update,
        Retry = RetrySafety.Idempotent,
        Path = static arguments => $"/api/v4/items/{ApiPath.Segment(arguments.Id, "id")}",
        BodyKind = BodyKind.Object,
        Body = WriteItem,
        CustomFields = static arguments => arguments.Fields,
        CustomFieldScope = static _ => CustomFieldScope.Leads,
        Batch = new BatchRules(2, 3) { Path = "/api/v4/items", Handler = "amocrm_update_items" },
        Read = static (ref Utf8JsonReader reader, ItemArguments _) => ReadItem(ref reader),
        ReadMany = static (ref Utf8JsonReader reader) => EmbeddedJson.List(ref reader, "items"u8, ReadItem),
        ArgumentsId = static arguments => arguments.Id,
        ResultId = static item => item.Id,
    };

    /// <summary>A create with other batches, other paths or another name.</summary>
    public static Operation<ItemArguments, Item> CreateIn(int best, int max, string handler = "amocrm_create_item", Func<ItemArguments, string>? path = null) => new()
    {
        Handler = handler,
        Method = HttpMethod.Post,
        PathTemplate = "/api/v4/items",
        Effect = HandlerEffect.Create,
        Retry = RetrySafety.Unsafe,
        Success = [200, 201],
        Path = path ?? (static _ => "/api/v4/items"),
        Validate = static arguments => Guard.Required("amocrm_create_item", "name", arguments.Name),
        BodyKind = BodyKind.Array,
        Body = WriteItem,
        Batch = new BatchRules(best, max),
        BatchRefusal = static arguments => arguments.HasOrder ? "has_order" : null,
        Read = static (ref Utf8JsonReader reader, ItemArguments _) => EmbeddedJson.First(ref reader, "items"u8, ReadItem),
        ReadMany = static (ref Utf8JsonReader reader) => EmbeddedJson.List(ref reader, "items"u8, ReadItem),
        ResultRequestId = static item => item.RequestId,
        Coalesce = static (open, api, operation, arguments, cancellationToken) => open.SendAsync(api, operation, arguments, cancellationToken),
        ResultId = static item => item.Id,
        WantsFetch = static arguments => arguments.Fetch,
        Fetch = static (api, _, item, cancellationToken) => FetchBack.ReadAsync(
            api, item, Get, new ItemArguments(Id: item.Id), static (item, read, error) => item with { Name = error?.ErrorCode ?? read?.Name }, cancellationToken),
    };

    public static Operation<ItemArguments, NoContent> Delete { get; } = new()
    {
        Handler = "amocrm_delete_item",
        Method = HttpMethod.Delete,
        PathTemplate = "/api/v4/items/{id}",
        Effect = HandlerEffect.Delete,
        Retry = RetrySafety.Idempotent,
        Success = [204],
        Missing = [404],
        Path = static arguments => $"/api/v4/items/{ApiPath.Segment(arguments.Id, "id")}",
        Absent = static _ => default,
    };

    public static Operation<ItemArguments, Page<Item>> List(PagingRules? rules = null)
    {
        rules ??= new PagingRules { MaximumLimit = 250, DefaultLimit = 2, ShortPageEnds = true, StableOrder = "order[id]=asc" };
        return new Operation<ItemArguments, Page<Item>>
        {
            Handler = "amocrm_list_items",
            Method = HttpMethod.Get,
            PathTemplate = "/api/v4/items",
            Effect = HandlerEffect.Read,
            Retry = RetrySafety.Safe,
            Path = static _ => "/api/v4/items",
            Query = static (arguments, query) =>
            {
                if (arguments.Name is { } name)
                {
                    query.Add("query", name);
                }
            },
            ApiFilter = static arguments => arguments.Filters,
            Window = static arguments => new PageWindow(arguments.Page, arguments.Limit),
            Paging = rules,
            HasOrder = static arguments => arguments.HasOrder,
            Read = (ref Utf8JsonReader reader, ItemArguments arguments) =>
                PageJson.Read(ref reader, "items"u8, ReadItem, new PageWindow(arguments.Page, arguments.Limit), rules),
            Absent = arguments => PageJson.Empty<Item>(new PageWindow(arguments.Page, arguments.Limit), rules),
        };
    }

    private static void WriteItem(Utf8JsonWriter writer, ItemArguments arguments, OperationContext context)
    {
        writer.WriteStartObject();
        if (context.WriteId)
        {
            writer.WriteNumber("id", arguments.Id);
        }

        writer.WriteString("name", arguments.Name);
        if (context.RequestId is { } requestId)
        {
            writer.WriteString("request_id", requestId);
        }

        if (context.CustomFields is { Count: > 0 } fields)
        {
            writer.WriteStartArray("custom_fields_values");
            fields.WriteItems(writer);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static Item? ReadItem(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var json = document.RootElement;
        return json.ValueKind != JsonValueKind.Object
            ? null
            : new Item(
                json.TryGetProperty("id", out var id) ? id.GetInt64() : throw JsonRead.MissingMember("Item", "id"),
                json.TryGetProperty("name", out var name) ? name.GetString() : null,
                json.TryGetProperty("request_id", out var requestId) ? requestId.GetString() : null);
    }
}
