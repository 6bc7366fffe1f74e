namespace AmoCrm.Sdk.Hosting;

/// <summary>What a widget's disposable token says, once it was verified: who sits in front of the widget, in which account.</summary>
public sealed record AmoCrmWidgetToken
{
    /// <summary>The account's host. Claims <c>iss</c> and <c>subdomain</c>.</summary>
    public required AccountHost Account { get; init; }

    /// <summary>The account's id. Claim <c>account_id</c>.</summary>
    public required long AccountId { get; init; }

    /// <summary>The user. Claim <c>user_id</c>.</summary>
    public required long UserId { get; init; }

    /// <summary>Whether the user is an administrator of the account. Claim <c>is_admin</c>; false where it is missing.</summary>
    public required bool IsAdmin { get; init; }

    /// <summary>The integration's id. Claim <c>client_uuid</c>.</summary>
    public required string ClientId { get; init; }

    /// <summary>The token's own id. Claim <c>jti</c>.</summary>
    public required string TokenId { get; init; }

    /// <summary>When amoCRM made it. Claim <c>iat</c>.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>When it ends: 30 minutes after it was made. Claim <c>exp</c>.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
