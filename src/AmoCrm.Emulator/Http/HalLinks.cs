namespace AmoCrm.Emulator.Http;

/// <summary>The <c>_links</c> and <c>_embedded</c> members.</summary>
internal static class HalLinks
{
    public static JsonObject Href(this AccountState account, string pathAndQuery) =>
        new() { ["href"] = $"https://{account.Host}{pathAndQuery}" };

    /// <summary><c>{ "self": … }</c> for a path under <c>/api/v4/</c>.</summary>
    public static JsonObject Self(this AccountState account, string path) => new() { ["self"] = account.Href("/api/v4/" + path) };

    /// <summary>The answer of a write: <c>_links.self</c> of the collection, and the items.</summary>
    public static JsonObject Collection(this EmulatorRequest request, string name, IEnumerable<JsonNode?> items, bool withTotal = false, bool withLinks = true)
    {
        var array = JsonReading.Array(items);
        var answer = new JsonObject();
        if (withTotal)
        {
            answer["_total_items"] = array.Count;
        }

        if (withLinks)
        {
            answer["_links"] = new JsonObject { ["self"] = request.Account.Href(request.Path) };
        }

        answer["_embedded"] = new JsonObject { [name] = array };
        return answer;
    }
}
