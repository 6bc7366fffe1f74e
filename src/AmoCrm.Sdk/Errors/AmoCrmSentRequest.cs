namespace AmoCrm.Sdk;

/// <summary>A write of which nobody knows what became of it: what to look for. Ids only, nothing of what was written.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path on the account's host.</param>
public sealed record AmoCrmSentRequest(string Method, string Path)
{
    /// <summary>When its bytes left last (UTC, this machine's clock); null when that was not seen.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>
    /// The items it carried: of creates the request ids that went with them, which are the zero-based places in the list; of updates the ids of the entities. Empty where it carried one item, whose
    /// id is in the path where it has one.
    /// </summary>
    public IReadOnlyList<string> ItemIds { get; init; } = [];

    internal static AmoCrmSentRequest Of(AmoCrmRequest request, DateTimeOffset? sentAt) => new(request.Method.Method, request.Path)
    {
        SentAt = sentAt,
        ItemIds = request.ItemIds,
    };

    /// <summary>The method and the path.</summary>
    public override string ToString() => $"{Method} {Path}";
}
