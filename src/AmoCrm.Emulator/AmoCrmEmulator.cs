using System.Net;
using System.Net.Http.Headers;
using AmoCrm.Emulator.Admin;
using AmoCrm.Emulator.Auth;
using AmoCrm.Emulator.Hosting;
using AmoCrm.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AmoCrm.Emulator;

/// <summary>
/// An amoCRM on loopback: stateful, in memory, with the limits, quirks and refusals of the real one. Requests go to
/// <see cref="BaseAddress"/> with the account's <see cref="Host"/> as their Host header.
/// </summary>
public sealed class AmoCrmEmulator : IAsyncDisposable
{
    private readonly EmulatorCore _core;
    private readonly WebApplication _app;

    private AmoCrmEmulator(EmulatorCore core, WebApplication app)
    {
        _core = core;
        _app = app;
        BaseAddress = new Uri(app.Urls.First());
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:port/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>All accounts, in the order of the options.</summary>
    public IReadOnlyList<EmulatorAccount> Accounts => _core.Directory.Accounts;

    /// <summary>The logical host of the first account.</summary>
    public string Host => Accounts[0].Host;

    /// <summary>The id of the first account.</summary>
    public long AccountId => Accounts[0].AccountId;

    /// <summary>A long-lived access token of the first account's administrator.</summary>
    public string AccessToken => Accounts[0].AccessToken;

    /// <summary>A refresh token of the first account's administrator; single use.</summary>
    public string RefreshToken => Accounts[0].RefreshToken;

    /// <summary>An authorization code of the first account; single use, good for 20 minutes.</summary>
    public string AuthorizationCode => Accounts[0].AuthorizationCode;

    /// <summary>The integration's id.</summary>
    public string ClientId => Accounts[0].ClientId;

    /// <summary>The integration's secret.</summary>
    public string ClientSecret => Accounts[0].ClientSecret;

    /// <summary>The integration's redirect URI.</summary>
    public string RedirectUri => Accounts[0].RedirectUri;

    /// <summary>The switches; changes count from the next request on.</summary>
    public EmulatorBehaviour Behaviour => _core.Behaviour;

    /// <summary>The emulator's time: that of the time provider, and what was added.</summary>
    public DateTimeOffset Now => _core.Clock.GetUtcNow();

    /// <summary>
    /// All requests so far, oldest first, but for those to <c>/_emulator</c>. A snapshot; empty without <see cref="AmoCrmEmulatorOptions.RecordRequests"/>.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => _core.Recorder.Requests.Snapshot();

    /// <summary>All calls of <c>/oauth2/access_token</c> so far, oldest first. A snapshot without secrets.</summary>
    public IReadOnlyList<RecordedTokenCall> TokenCalls => _core.Recorder.TokenCalls.Snapshot();

    /// <summary>What happened so far, counted. A snapshot.</summary>
    public EmulatorCounts Counts => _core.Counter.Snapshot();

    /// <summary>Starts an emulator; dispose it to stop it.</summary>
    /// <param name="options">What to start; null means the demo account on a free port.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="ArgumentException">The redirect URI of the options is no absolute URI, or a fault's probability or a latency is out of range.</exception>
    public static async Task<AmoCrmEmulator> StartAsync(AmoCrmEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new AmoCrmEmulatorOptions();
        var core = new EmulatorCore(options);
        var app = Build(core, options.Port);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new AmoCrmEmulator(core, app);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>An access token of a user.</summary>
    /// <param name="userId">A user of the account, such as <see cref="EmulatorDemo.ManagerId"/>.</param>
    /// <param name="lifetime">Its life; a day by default, and a negative one makes an expired token.</param>
    /// <param name="host">The account; the first by default.</param>
    public string CreateAccessToken(long userId, TimeSpan? lifetime = null, string? host = null)
    {
        var account = Account(host);
        lock (account.Gate)
        {
            return account.Tokens.IssueAccessToken(account, new Grant(userId), lifetime ?? TimeSpan.FromDays(1));
        }
    }

    /// <summary>A client that has the address, the Host header and the administrator's token set. The caller disposes it.</summary>
    /// <param name="accessToken">Another token; that of the account's administrator by default.</param>
    /// <param name="host">The account; the first by default.</param>
    public HttpClient CreateClient(string? accessToken = null, string? host = null)
    {
        var account = Accounts.First(candidate => candidate.Host == (host ?? Host));
        var client = new HttpClient { BaseAddress = BaseAddress };
        client.DefaultRequestHeaders.Host = account.Host;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken ?? account.AccessToken);
        return client;
    }

    /// <summary>Forgets the requests so far.</summary>
    public void ClearRequests() => _core.Recorder.Requests.Clear();

    /// <summary>Forgets the token calls so far.</summary>
    public void ClearTokenCalls() => _core.Recorder.TokenCalls.Clear();

    /// <summary>Starts all counts from 0.</summary>
    public void ResetCounts() => _core.Counter.Reset();

    /// <summary>Scripts a fault.</summary>
    /// <exception cref="ArgumentException">The probability is not from 0 to 1.</exception>
    public void AddFault(EmulatorFault fault) => _core.Faults.Add(fault);

    /// <summary>Forgets the scripted faults.</summary>
    public void ClearFaults() => _core.Faults.Clear();

    /// <summary>Has the answers of matching requests wait; those that an earlier latency matches too wait for the earlier one.</summary>
    /// <exception cref="ArgumentException">The times are no range from 0 to one day.</exception>
    public void AddLatency(EmulatorLatency latency) => _core.Latencies.Add(latency);

    /// <summary>Forgets the latencies: answers come at once.</summary>
    public void ClearLatencies() => _core.Latencies.Clear();

    /// <summary>Moves the emulator's time.</summary>
    public void AdvanceClock(TimeSpan time) => _core.Clock.Advance(time);

    /// <summary>Bans the caller, as after long abuse: every request meets 403 with an HTML page.</summary>
    public void Ban() => _core.Limiter.IsBanned = true;

    /// <summary>Lifts the ban.</summary>
    public void LiftBan() => _core.Limiter.IsBanned = false;

    /// <summary>
    /// Takes back every code, access token and refresh token of an account, as when a person switches the integration off: calls and look-ups with them are 401, the token route says
    /// "Token has been revoked". What is issued afterwards works.
    /// </summary>
    /// <param name="host">The account; the first by default.</param>
    /// <exception cref="ArgumentException">No account has this host.</exception>
    public void RevokeTokens(string? host = null)
    {
        var account = Account(host);
        lock (account.Gate)
        {
            AdminActions.RevokeTokens(account);
        }
    }

    /// <summary>Gives an account another subdomain. The old host is unknown from then on, tokens work on the new one, the domain look-ups tell it.</summary>
    /// <param name="newSubdomain">One DNS label in lower case, such as <c>newname</c>.</param>
    /// <param name="host">The account, by its host until now; the first by default.</param>
    /// <returns>The new host, which <see cref="Accounts"/> tells too.</returns>
    /// <exception cref="ArgumentException">No account has this host, or the name is taken or no subdomain.</exception>
    public string RenameAccount(string newSubdomain, string? host = null)
    {
        var account = Account(host);
        lock (account.Gate)
        {
            return _core.Directory.Rename(account, newSubdomain);
        }
    }

    /// <summary>The objects of a type that are there, by id.</summary>
    /// <param name="entityType">leads, contacts, companies, customers or tasks.</param>
    /// <param name="host">The account; the first by default.</param>
    /// <exception cref="ArgumentException">No such type, or no account has this host.</exception>
    public IReadOnlyList<EmulatorEntity> GetEntities(string entityType, string? host = null)
    {
        var account = Account(host);
        lock (account.Gate)
        {
            return AccountContents.Read(account, entityType);
        }
    }

    /// <summary>Adds many objects as POST creates them, without requests, in the name of the administrator. Each contact gets a phone number of its own too.</summary>
    /// <param name="entityType">leads, contacts, companies or customers.</param>
    /// <param name="count">How many.</param>
    /// <param name="name">The name of each by its number, from 0.</param>
    /// <param name="host">The account; the first by default.</param>
    /// <returns>The ids, in the order of the numbers.</returns>
    /// <exception cref="ArgumentException">No such type, a negative count, or no account has this host.</exception>
    public IReadOnlyList<long> AddEntities(string entityType, int count, Func<int, string> name, string? host = null)
    {
        var account = Account(host);
        lock (account.Gate)
        {
            return AccountContents.Add(account, entityType, count, name);
        }
    }

    /// <summary>Deletes an entity or task as a person does in the user interface, which the API can not.</summary>
    /// <param name="entityType">leads, contacts, companies, customers or tasks.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether it was there.</returns>
    public bool DeleteAsUser(string entityType, long id)
    {
        var account = Account(host: null);
        lock (account.Gate)
        {
            return AdminActions.Delete(account, entityType, id.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Disables a webhook, as amoCRM does after too many bad answers.</summary>
    /// <returns>Whether it was there.</returns>
    public bool DisableWebhook(string destination)
    {
        var account = Account(host: null);
        lock (account.Gate)
        {
            return AdminActions.DisableWebhook(account, destination);
        }
    }

    /// <summary>Stops listening; the state is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        // Open keep-alive connections of a test's client must not hold up its end.
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync().ConfigureAwait(false);
        await _app.StopAsync(atOnce.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>An empty builder: the settings files and variables of the process that it runs in are not for the emulator.</summary>
    private static WebApplication Build(EmulatorCore core, int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, DetachedLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        app.Run(new RequestPipeline(core, app.Lifetime.ApplicationStopping).HandleAsync);
        return app;
    }

    private AccountState Account(string? host) =>
        _core.Directory.States.Find(account => account.Host == (host ?? Host))
        ?? throw new ArgumentException($"No account {host}; the accounts are {string.Join(", ", Accounts.Select(account => account.Host))}.", nameof(host));
}
