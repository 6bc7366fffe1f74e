namespace AmoCrm.Sdk.Hosting;

/// <summary>What the token of a bot's <c>widget_request</c> says, once it was verified: which bot asks, about what.</summary>
public sealed record AmoCrmBotToken
{
    /// <summary>The account's host. Claims <c>iss</c> and <c>subdomain</c>.</summary>
    public required AccountHost Account { get; init; }

    /// <summary>The account's id. Claim <c>account_id</c>.</summary>
    public required long AccountId { get; init; }

    /// <summary>What the bot runs for: <see cref="AmoCrm.Sdk.EntityType.Leads"/> or <see cref="AmoCrm.Sdk.EntityType.Customers"/>. Claim <c>entity_type</c> (2 or 12).</summary>
    public required EntityType EntityType { get; init; }

    /// <summary>Which lead or customer. Claim <c>entity_id</c>.</summary>
    public required long EntityId { get; init; }

    /// <summary>The kind of bot. Claim <c>bot_type</c>.</summary>
    public required AmoCrmBotType BotType { get; init; }

    /// <summary>The integration's id. Claim <c>client_uuid</c>.</summary>
    public required string ClientId { get; init; }

    /// <summary>When it ends. Claim <c>exp</c>.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
