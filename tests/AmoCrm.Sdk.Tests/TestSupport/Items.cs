namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>Answers with items in them.</summary>
internal static class Items
{
    public static string Page(params long[] ids) => Page(string.Empty, ids);

    /// <summary>A page with further members in front: <c>"_page_count":2,</c>.</summary>
    public static string Page(string members, params long[] ids)
    {
        var items = string.Join(',', ids.Select(id => $"{{\"id\":{id}}}"));
        return $$"""{ {{members}} "_links":{"next":{"href":"https://elsewhere.example/"} },"_embedded":{"items":[{{items}}]} }""";
    }
}
