using AmoCrm.Emulator.Seed;

namespace AmoCrm.Emulator.Hosting;

/// <summary>The accounts by host.</summary>
internal sealed class AccountDirectory
{
    private static readonly string[] Loopback = ["127.0.0.1", "localhost", "[::1]"];

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
            Accounts.Add(Describe(state, options.RefreshTokenLifetime));
        }
    }

    public List<AccountState> States { get; } = [];

    public List<EmulatorAccount> Accounts { get; } = [];

    /// <summary>The account of a Host header. A loopback host is a browser or curl, which means the first account.</summary>
    public AccountState? Find(string host) =>
        Loopback.Contains(host, StringComparer.OrdinalIgnoreCase)
            ? States[0]
            : States.Find(account => string.Equals(account.Host, host, StringComparison.OrdinalIgnoreCase));

    private static EmulatorAccount Describe(AccountState state, TimeSpan refreshLifetime)
    {
        var admin = state.Users.Admin.Long("id")!.Value;
        return new EmulatorAccount(
            state.Host,
            state.Id,
            state.Tokens.IssueAccessToken(state, admin, TimeSpan.FromDays(365)),
            state.Tokens.IssueRefreshToken(state, admin, refreshLifetime),
            state.Tokens.IssueCode(state, admin),
            EmulatorDemo.ClientId,
            EmulatorDemo.ClientSecret,
            EmulatorDemo.RedirectUri);
    }
}
