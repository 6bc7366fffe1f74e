namespace AmoCrm.Emulator.Auth;

/// <summary>The hosts of amoCRM that serve all accounts and belong to none.</summary>
internal static class ServiceHosts
{
    private static readonly string[] Domains = ["amocrm.ru", "amocrm.com", "kommo.com"];

    /// <summary><c>www.</c> of a base domain: consent page, look-up by access token.</summary>
    public static bool IsWww(string host) =>
        Array.Exists(Domains, domain => string.Equals(host, "www." + domain, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>api-….</c> of a base domain, one for each shard: look-up by refresh token.</summary>
    public static bool IsApi(string host) =>
        host.Split('.', 2) is [var label, var domain] && IsApiLabel(label) && Domains.Contains(domain, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an account may be called so.</summary>
    public static bool IsFree(string label) => !string.Equals(label, "www", StringComparison.OrdinalIgnoreCase) && !IsApiLabel(label);

    private static bool IsApiLabel(string label) => label.StartsWith("api-", StringComparison.OrdinalIgnoreCase);
}
