namespace AmoCrm.Sdk.Hosting;

/// <summary>What a verified uninstall hook says: this account has removed this integration, and its tokens are revoked.</summary>
/// <param name="AccountId">The account's id.</param>
/// <param name="ClientId">The integration's id.</param>
public sealed record AmoCrmUninstall(long AccountId, string ClientId);
