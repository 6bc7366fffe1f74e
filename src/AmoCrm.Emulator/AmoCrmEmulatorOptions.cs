namespace AmoCrm.Emulator;

/// <summary>What <see cref="AmoCrmEmulator.StartAsync"/> starts. Every member but <see cref="Behaviour"/> is read once, at the start.</summary>
public sealed class AmoCrmEmulatorOptions
{
    /// <summary>The loopback port; 0 (the default) takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Whether an account that does not say otherwise starts with the demo data of <see cref="EmulatorDemo"/> (the default).
    /// Without it an account has one administrator, one pipeline and the predefined fields.
    /// </summary>
    public bool Seed { get; set; } = true;

    /// <summary>The accounts, told apart by the Host header. Empty means one, <see cref="EmulatorDemo.Host"/>.</summary>
    public IList<EmulatorAccountOptions> Accounts { get; } = new List<EmulatorAccountOptions>();

    /// <summary>Whether requests above the limits are refused with 429, and an abuser is banned (403, HTML). Off by default.</summary>
    public bool EnforceLimits { get; set; }

    /// <summary>Requests that one integration may make in one account in any second; 7 by default.</summary>
    public int RequestsPerSecond { get; set; } = 7;

    /// <summary>Requests that all integrations together may make in one account in any second; 50 by default.</summary>
    public int AccountRequestsPerSecond { get; set; } = 50;

    /// <summary>How many refusals, with less than ten seconds between each two, get an integration banned; 20 by default.</summary>
    public int BanAfterViolations { get; set; } = 20;

    /// <summary>Life of the access tokens that <c>/oauth2/access_token</c> issues; 24 hours by default. The same as <see cref="EmulatorBehaviour.AccessTokenLifetime"/>.</summary>
    public TimeSpan AccessTokenLifetime
    {
        get => Behaviour.AccessTokenLifetime;
        set => Behaviour.AccessTokenLifetime = value;
    }

    /// <summary>Life of refresh tokens; 90 days by default. The same as <see cref="EmulatorBehaviour.RefreshTokenLifetime"/>.</summary>
    public TimeSpan RefreshTokenLifetime
    {
        get => Behaviour.RefreshTokenLifetime;
        set => Behaviour.RefreshTokenLifetime = value;
    }

    /// <summary>
    /// The integration's redirect URI: the consent page leads there, and token requests must repeat it exactly. <see cref="EmulatorDemo.RedirectUri"/> by default.
    /// A program that listens on loopback sets its own, such as <c>http://127.0.0.1:8765/callback</c>.
    /// </summary>
    public string RedirectUri { get; set; } = EmulatorDemo.RedirectUri;

    /// <summary>The clock of everything: timestamps, token lives, limits. <see cref="AmoCrmEmulator.AdvanceClock"/> adds to it.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Faults scripted from the start; see <see cref="AmoCrmEmulator.AddFault"/> for later ones.</summary>
    public IList<EmulatorFault> Faults { get; } = new List<EmulatorFault>();

    /// <summary>
    /// What the dice of <see cref="EmulatorFault.Probability"/> and of <see cref="EmulatorLatency"/> start from: with the same number the same requests in the same order
    /// meet the same. Null (the default) is another number at every start.
    /// </summary>
    public int? FaultSeed { get; set; }

    /// <summary>How long answers are held back, from the start; see <see cref="AmoCrmEmulator.AddLatency"/> for later ones. The first that matches counts.</summary>
    public IList<EmulatorLatency> Latencies { get; } = new List<EmulatorLatency>();

    /// <summary>Whether <see cref="AmoCrmEmulator.Requests"/> keeps the requests (the default). Runs of hundreds of thousands switch it off; token calls and counts stay.</summary>
    public bool RecordRequests { get; set; } = true;

    /// <summary>How the server behaves where accounts differ, or where nobody knows what amoCRM does. May be changed while it runs.</summary>
    public EmulatorBehaviour Behaviour { get; } = new();
}
