using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Samples;

/// <summary>Samples of what the SDK does not offer, each with its reason. A new page is not among them: somebody has to decide.</summary>
internal static class SamplesNotCovered
{
    private static readonly Dictionary<string, string> Folders = new(StringComparer.Ordinal)
    {
        ["account-subdomain-info"] = "finding an account's host by its token is no handler; the settings name the host",
        ["chat-api-reference"] = "the chats API is another API on another host, signed instead of authorized",
        ["chat-templates-api"] = "templates of chats are not among the handlers",
        ["chat-webhooks"] = "what amoCRM posts to a webhook, no answer of the API",
        ["customers-statuses-api"] = "statuses and segments of customers are not among the handlers",
        ["files-api"] = "the files API is another API on another host",
        ["products"] = "the switch of the products is API v2",
        ["short_links"] = "short links are not among the handlers",
        ["sources-api"] = "sources are not among the handlers",
        ["talks-api"] = "talks are not among the handlers",
        ["unsorted-api"] = "incoming leads are not among the handlers",
        ["webhooks"] = "what amoCRM posts to a webhook, no answer of the API",
        ["webhooks-format"] = "what amoCRM posts to a webhook, no answer of the API",
    };

    /// <summary>Why the SDK has nothing for the sample; null when it has.</summary>
    public static string? Reason(Sample sample) => Folders.GetValueOrDefault(sample.Folder) ?? (sample.IsRequest ? Request(sample) : Answer(sample));

    /// <summary>The pages that are listed here.</summary>
    public static IReadOnlyCollection<string> Pages => Folders.Keys;

    private static string? Request(Sample sample)
    {
        var item = sample.Json as JsonObject ?? sample.Json[0]!.AsObject();
        return sample.Folder switch
        {
            "customers-api" => "the SDK reads customers and does not write them",
            "users-api" => "the SDK reads users and does not write them; roles are not among the handlers",
            "contacts-api" or "contacts-and-companies" when item.ContainsKey("chat_id") => Chats,
            "leads-api" when sample.Json.ToJsonString().Contains("\"first_name\"", StringComparison.Ordinal) || item["_embedded"]?["metadata"] is not null => Complex,
            "events-and-notes" when item.ContainsKey("id") => "notes are added and read, not changed",
            "catalogs-api" when sample.Json is JsonObject || item.ContainsKey("id") => "catalogs and elements are added and read, not changed",
            "custom-fields" when sample.Name.Contains("-grupp", StringComparison.Ordinal) => Groups,
            "widgets-api" when item.ContainsKey("data") || item.ContainsKey("execute_handlers") => "answering a bot is not among the handlers",
            _ => null,
        };
    }

    private static string? Answer(Sample sample) => sample.Folder switch
    {
        "leads-api" when sample.Json is JsonArray => Complex,
        "contacts-api" or "contacts-and-companies" when HasList(sample, "chats") => Chats,
        "custom-fields" when HasList(sample, "custom_field_groups") || (string?)sample.Json["type"] == "custom_field_group" => Groups,
        "events-and-notes" when HasList(sample, "events_types") => "the kinds of events are an open set of the SDK, not read",
        "users-api" when HasList(sample, "roles") || sample.Json["id"] is not null && sample.Json["email"] is null => "roles are not among the handlers",
        "customers-api" when HasList(sample, "transactions") || sample.Json["price"] is not null => "purchases are not among the handlers",
        "customers-api" when sample.Json["mode"] is not null => "the mode of customers is not among the handlers",
        "customers-api" when sample.Json["bonus_points"] is not null => "bonus points are not among the handlers",
        "customers-api" when sample.Json["_embedded"] is JsonObject embedded && embedded.First().Value!.AsArray().All(static item => item!["name"] is null) => "the SDK reads customers and does not write them",
        _ => null,
    };

    private const string Chats = "links between contacts and chats are not among the handlers";
    private const string Complex = "the complex creation of leads is not among the handlers";
    private const string Groups = "groups of custom fields are not among the handlers";

    private static bool HasList(Sample sample, string name) => (sample.Json as JsonObject)?["_embedded"]?[name] is not null;
}
