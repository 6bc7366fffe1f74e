using System.Text.Json.Nodes;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Samples;

/// <summary>Which of our models the items of an answer are read into: by the list they stand in, or by what the object has.</summary>
internal static class SampleModels
{
    private static readonly ModelCodec Account = ModelCodec.Of<AmoCrm.Sdk.Account>(AccountJsonConverter.ReadValue, AccountJsonConverter.WriteValue);
    private static readonly ModelCodec Call = ModelCodec.Of<Call>(CallJsonConverter.ReadValue, CallJsonConverter.WriteValue);
    private static readonly ModelCodec Catalog = ModelCodec.Of<Catalog>(CatalogJsonConverter.ReadValue, CatalogJsonConverter.WriteValue);
    private static readonly ModelCodec Company = ModelCodec.Of<Company>(CompanyJsonConverter.ReadValue, CompanyJsonConverter.WriteValue);
    private static readonly ModelCodec Contact = ModelCodec.Of<Contact>(ContactJsonConverter.ReadValue, ContactJsonConverter.WriteValue);
    private static readonly ModelCodec Customer = ModelCodec.Of<Customer>(CustomerJsonConverter.ReadValue, CustomerJsonConverter.WriteValue);
    private static readonly ModelCodec CustomField = ModelCodec.Of<CustomField>(CustomFieldJsonConverter.ReadValue, CustomFieldJsonConverter.WriteValue);
    private static readonly ModelCodec Element = ModelCodec.Of<CatalogElement>(CatalogElementJsonConverter.ReadValue, CatalogElementJsonConverter.WriteValue);
    private static readonly ModelCodec Event = ModelCodec.Of<CrmEvent>(CrmEventJsonConverter.ReadValue, CrmEventJsonConverter.WriteValue);
    private static readonly ModelCodec EventValue = ModelCodec.Of<EventValue>(EventValueJsonConverter.ReadValue, EventValueJsonConverter.WriteValue);
    private static readonly ModelCodec Lead = ModelCodec.Of<Lead>(LeadJsonConverter.ReadValue, LeadJsonConverter.WriteValue);
    private static readonly ModelCodec Link = ModelCodec.Of<EntityLink>(EntityLinkJsonConverter.ReadValue, EntityLinkJsonConverter.WriteValue);
    private static readonly ModelCodec Note = ModelCodec.Of<Note>(NoteJsonConverter.ReadValue, NoteJsonConverter.WriteValue);
    private static readonly ModelCodec NoteWritten = ModelCodec.Of<AddNoteResult>(AddNoteResultJsonConverter.ReadValue, AddNoteResultJsonConverter.WriteValue);
    private static readonly ModelCodec Pipeline = ModelCodec.Of<Pipeline>(PipelineJsonConverter.ReadValue, PipelineJsonConverter.WriteValue);
    private static readonly ModelCodec Status = ModelCodec.Of<PipelineStatus>(PipelineStatusJsonConverter.ReadValue, PipelineStatusJsonConverter.WriteValue);
    private static readonly ModelCodec Tag = ModelCodec.Of<Tag>(TagJsonConverter.ReadValue, TagJsonConverter.WriteValue);
    private static readonly ModelCodec CrmTask = ModelCodec.Of<CrmTask>(CrmTaskJsonConverter.ReadValue, CrmTaskJsonConverter.WriteValue);
    private static readonly ModelCodec User = ModelCodec.Of<User>(UserJsonConverter.ReadValue, UserJsonConverter.WriteValue);
    private static readonly ModelCodec Webhook = ModelCodec.Of<Webhook>(WebhookJsonConverter.ReadValue, WebhookJsonConverter.WriteValue);
    private static readonly ModelCodec Widget = ModelCodec.Of<Widget>(WidgetJsonConverter.ReadValue, WidgetJsonConverter.WriteValue);

    // The list an item stands in: the model of whole items, of what a creation answers and of what a change answers.
    private static readonly Dictionary<string, (ModelCodec Whole, ModelCodec? Created, ModelCodec? Updated)> Lists = new(StringComparer.Ordinal)
    {
        ["calls"] = (Call, null, null),
        ["catalogs"] = (Catalog, null, null),
        ["companies"] = (Company, ModelCodec.Of<CreateCompanyResult>(CreateCompanyResultJsonConverter.ReadValue, CreateCompanyResultJsonConverter.WriteValue), ModelCodec.Of<UpdateCompanyResult>(UpdateCompanyResultJsonConverter.ReadValue, UpdateCompanyResultJsonConverter.WriteValue)),
        ["contacts"] = (Contact, ModelCodec.Of<CreateContactResult>(CreateContactResultJsonConverter.ReadValue, CreateContactResultJsonConverter.WriteValue), ModelCodec.Of<UpdateContactResult>(UpdateContactResultJsonConverter.ReadValue, UpdateContactResultJsonConverter.WriteValue)),
        ["customers"] = (Customer, null, null),
        ["custom_fields"] = (CustomField, null, null),
        ["elements"] = (Element, null, null),
        ["events"] = (Event, null, null),
        ["leads"] = (Lead, ModelCodec.Of<CreateLeadResult>(CreateLeadResultJsonConverter.ReadValue, CreateLeadResultJsonConverter.WriteValue), ModelCodec.Of<UpdateLeadResult>(UpdateLeadResultJsonConverter.ReadValue, UpdateLeadResultJsonConverter.WriteValue)),
        ["links"] = (Link, null, null),
        ["notes"] = (Note, NoteWritten, null),
        ["pipelines"] = (Pipeline, null, null),
        ["statuses"] = (Status, null, null),
        ["tags"] = (Tag, null, null),
        ["tasks"] = (CrmTask, ModelCodec.Of<CreateTaskResult>(CreateTaskResultJsonConverter.ReadValue, CreateTaskResultJsonConverter.WriteValue), ModelCodec.Of<UpdateTaskResult>(UpdateTaskResultJsonConverter.ReadValue, UpdateTaskResultJsonConverter.WriteValue)),
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
