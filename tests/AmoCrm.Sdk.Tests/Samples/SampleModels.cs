using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Samples;

/// <summary>Which of our models the items of an answer are read into: by the list they stand in, or by what the object has.</summary>
internal static class SampleModels
{
    private static readonly ModelCodec Account = ModelCodec.Of<AmoCrm.Sdk.Account>();
    private static readonly ModelCodec Call = ModelCodec.Of<Call>();
    private static readonly ModelCodec Catalog = ModelCodec.Of<Catalog>();
    private static readonly ModelCodec Company = ModelCodec.Of<Company>();
    private static readonly ModelCodec Contact = ModelCodec.Of<Contact>();
    private static readonly ModelCodec Customer = ModelCodec.Of<Customer>();
    private static readonly ModelCodec CustomField = ModelCodec.Of<CustomField>();
    private static readonly ModelCodec Element = ModelCodec.Of<CatalogElement>();
    private static readonly ModelCodec Event = ModelCodec.Of<CrmEvent>();
    private static readonly ModelCodec EventValue = ModelCodec.Of<EventValue>();
    private static readonly ModelCodec Lead = ModelCodec.Of<Lead>();
    private static readonly ModelCodec Link = ModelCodec.Of<EntityLink>();
    private static readonly ModelCodec Note = ModelCodec.Of<Note>();
    private static readonly ModelCodec NoteWritten = ModelCodec.Of<AddNoteResult>();
    private static readonly ModelCodec Pipeline = ModelCodec.Of<Pipeline>();
    private static readonly ModelCodec Status = ModelCodec.Of<PipelineStatus>();
    private static readonly ModelCodec Tag = ModelCodec.Of<Tag>();
    private static readonly ModelCodec CrmTask = ModelCodec.Of<CrmTask>();
    private static readonly ModelCodec User = ModelCodec.Of<User>();
    private static readonly ModelCodec Webhook = ModelCodec.Of<Webhook>();
    private static readonly ModelCodec Widget = ModelCodec.Of<Widget>();

    // The list an item stands in: the model of whole items, of what a creation answers and of what a change answers.
    private static readonly Dictionary<string, (ModelCodec Whole, ModelCodec? Created, ModelCodec? Updated)> Lists = new(StringComparer.Ordinal)
    {
        ["calls"] = (Call, null, null),
        ["catalogs"] = (Catalog, null, null),
        ["companies"] = (Company, ModelCodec.Of<CreateCompanyResult>(), ModelCodec.Of<UpdateCompanyResult>()),
        ["contacts"] = (Contact, ModelCodec.Of<CreateContactResult>(), ModelCodec.Of<UpdateContactResult>()),
        ["customers"] = (Customer, null, null),
        ["custom_fields"] = (CustomField, null, null),
        ["elements"] = (Element, null, null),
        ["events"] = (Event, null, null),
        ["leads"] = (Lead, ModelCodec.Of<CreateLeadResult>(), ModelCodec.Of<UpdateLeadResult>()),
        ["links"] = (Link, null, null),
        ["notes"] = (Note, NoteWritten, null),
        ["pipelines"] = (Pipeline, null, null),
        ["statuses"] = (Status, null, null),
        ["tags"] = (Tag, null, null),
        ["tasks"] = (CrmTask, ModelCodec.Of<CreateTaskResult>(), ModelCodec.Of<UpdateTaskResult>()),
        ["users"] = (User, null, null),
        ["webhooks"] = (Webhook, null, null),
        ["widgets"] = (Widget, null, null),
    };

    // The list that a page is about, for objects that stand alone.
    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["companies-api"] = "companies",
        ["contacts-and-companies"] = "contacts",
        ["contacts-api"] = "contacts",
        ["customers-api"] = "customers",
        ["leads-api"] = "leads",
        ["tags-api"] = "leads",
        ["tasks-api"] = "tasks",
        ["users-api"] = "users",
        ["webhooks-api"] = "webhooks",
        ["widgets-api"] = "widgets",
    };

    /// <summary>The pieces of an answer with the models they are read into.</summary>
    public static IReadOnlyList<(JsonNode Item, ModelCodec Codec)> Of(Sample sample)
    {
        var root = sample.Json.AsObject();
        if (root.ContainsKey("value_after") && !root.ContainsKey("id"))
        {
            return [.. Values(root["value_after"]).Concat(Values(root["value_before"])).Select(static value => (value, EventValue))];
        }

        if (!root.ContainsKey("id") && root["_embedded"] is JsonObject embedded)
        {
            var (name, items) = embedded.First(static member => member.Value is JsonArray);
            Assert.True(Lists.ContainsKey(name), $"No model is known for a list of {name}: add one, or list the sample in SamplesNotCovered.");
            return [.. items!.AsArray().Select(item => (item!, InList(name, item!.AsObject())))];
        }

        return [(root, Alone(sample, root))];
    }

    private static ModelCodec InList(string name, JsonObject item)
    {
        var (whole, created, updated) = Lists[name];
        var isWritten = item.All(static member => member.Key is "id" or "entity_id" or "name" or "updated_at" or "request_id" or "_links");
        return !isWritten ? whole : item.ContainsKey("updated_at") ? updated ?? whole : created ?? whole;
    }

    private static ModelCodec Alone(Sample sample, JsonObject item) => sample.Folder switch
    {
        "account-info" => Account,
        "catalogs-api" => item.ContainsKey("catalog_id") ? Element : Catalog,
        "custom-fields" => CustomField,
        "events-and-notes" => item.ContainsKey("type") ? Event : Note,
        "leads_pipelines" => item.ContainsKey("pipeline_id") ? Status : Pipeline,
        _ => Pages.TryGetValue(sample.Folder, out var list)
            ? InList(list, item)
            : throw new InvalidOperationException($"No model is known for {sample}: add one, or list the sample in SamplesNotCovered."),
    };

    private static IEnumerable<JsonNode> Values(JsonNode? values) => values is JsonArray items ? items.Select(static item => item!) : [];
}
