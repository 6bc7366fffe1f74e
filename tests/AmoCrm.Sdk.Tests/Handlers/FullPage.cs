namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Pages with as many items as were asked for, so that another page may follow.</summary>
internal static class FullPage
{
    /// <summary>A page of a list.</summary>
    /// <param name="name">The list's name under <c>_embedded</c>.</param>
    /// <param name="firstId">The id of the first item; the others follow.</param>
    /// <param name="count">How many items.</param>
    /// <param name="number">The page's number.</param>
    public static string Of(string name, long firstId, int count = 250, int number = 1)
    {
        var items = Enumerable.Range(0, count).Select(index => $$"""{"id":{{firstId + index}},"name":"№ {{firstId + index}}"}""");
        return $$$"""{"_page":{{{number}}},"_links":{"next":{"href":"https://verba.amocrm.ru/api/v4/{{{name}}}?page={{{number + 1}}}"}},"_embedded":{"{{{name}}}":[{{{string.Join(',', items)}}}]}}""";
    }
}
