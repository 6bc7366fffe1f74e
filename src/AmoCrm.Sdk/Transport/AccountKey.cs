namespace AmoCrm.Sdk.Transport;

/// <summary>What facts about an account are kept by: the same integration may see another account tomorrow, when its settings change.</summary>
internal sealed record AccountKey(string Host, string? ClientId)
{
    /// <summary>A transport of the user's own: what it talks to is one account as far as anybody can tell.</summary>
    public static AccountKey OwnTransport { get; } = new("", null);
}
