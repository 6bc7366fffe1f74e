using System.Text.RegularExpressions;
using AmoCrm.Emulator.Auth;
using AmoCrm.Emulator.Seed;

namespace AmoCrm.Emulator.Hosting;

/// <summary>The accounts by host.</summary>
internal sealed partial class AccountDirectory
{
    private static readonly string[] Loopback = ["127.0.0.1", "localhost", "[::1]"];

    private readonly SyncRoot _gate = new();

    /// <summary>An array, because a rename replaces an item while others read.</summary>
    private readonly EmulatorAccount[] _accounts;

    public AccountDirectory(AmoCrmEmulatorOptions options, TimeProvider clock)
    {
        var wanted = options.Accounts.Count > 0 ? options.Accounts : [new EmulatorAccountOptions { Host = EmulatorDemo.Host }];
        foreach (var (account, index) in wanted.Select((account, index) => (account, index)))
        {
            var isSeeded = account.Seed ?? options.Seed;
            var name = account.Name ?? (isSeeded ? EmulatorDemo.AccountName : account.Host);
            var state = new AccountState(account.Host, name, EmulatorDemo.AccountId + index, clock);
            AccountSeed.Fill(state, isSeeded);
            States.Add(state);
        }

        _accounts = States.Select(state => Describe(state, options)).ToArray();
    }

    public List<AccountState> States { get; } = [];

    public IReadOnlyList<EmulatorAccount> Accounts => _accounts;

    /// <summary>A loopback host is a browser or curl, which cannot say another Host.</summary>
    public static bool IsLoopback(string host) => Loopback.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>The account of a Host header; on a loopback host the first account.</summary>
    public AccountState? Find(string host) =>
        IsLoopback(host) ? States[0] : States.Find(account => string.Equals(account.Host, host, StringComparison.OrdinalIgnoreCase));

    /// <summary>Gives an account another subdomain. The caller holds the account's gate.</summary>
    /// <returns>The new host.</returns>
    /// <exception cref="ArgumentException">The name is no subdomain, or is taken.</exception>
    public string Rename(AccountState account, string newSubdomain)
    {
        if (!Label().IsMatch(newSubdomain) || !ServiceHosts.IsFree(newSubdomain))
        {
            throw new ArgumentException($"'{newSubdomain}' cannot be a subdomain: give one DNS label in lower case, and neither www nor api-….", nameof(newSubdomain));
        }

        lock (_gate)
        {
            var host = $"{newSubdomain}.{account.BaseDomain}";
            if (Find(host) is { } other && other != account)
            {
                throw new ArgumentException($"{host} is another account.", nameof(newSubdomain));
            }

            var index = States.IndexOf(account);
            account.Host = host;
            _accounts[index] = _accounts[index] with { Host = host };
            return host;
        }
    }

    private static EmulatorAccount Describe(AccountState state, AmoCrmEmulatorOptions options)
    {
        var admin = state.Users.Admin.Long("id")!.Value;
        return new EmulatorAccount(
            state.Host,
            state.Id,
            state.Tokens.IssueAccessToken(state, new Grant(admin), TimeSpan.FromDays(365)),
            state.Tokens.IssueRefreshToken(state, new Grant(admin), options.RefreshTokenLifetime),
            state.Tokens.IssueCode(state, new Grant(admin)),
            EmulatorDemo.ClientId,
            EmulatorDemo.ClientSecret,
            options.RedirectUri);
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
