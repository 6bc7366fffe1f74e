namespace AmoCrm.Sdk.Handlers;

/// <summary>What a search for customers sends.</summary>
internal readonly struct CustomerSearchArguments(string query, int limit)
{
    public string Query => query;

    public int Limit => limit;
}
