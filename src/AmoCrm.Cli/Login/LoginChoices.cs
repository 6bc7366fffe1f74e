using AmoCrm.Sdk;

namespace AmoCrm.Cli.Login;

/// <summary>What the command line of <c>amocrm login</c> says beside the store.</summary>
internal sealed record LoginChoices
{
    /// <summary>The account, where the settings do not name it.</summary>
    public string? Account { get; init; }

    public string? ClientId { get; init; }

    public AmoCrmSecret? ClientSecret { get; init; }

    public string? RedirectUri { get; init; }

    /// <summary>A code that was copied; null when the consent page has to be asked for one.</summary>
    public AmoCrmSecret? Code { get; init; }

    /// <summary>The integration that <see cref="Code"/> came for, where the address that holds it tells.</summary>
    public string? ClientIdOfCode { get; init; }

    /// <summary>Whether a browser is opened.</summary>
    public required bool OpensBrowser { get; init; }

    /// <summary>How long the browser is waited for.</summary>
    public required TimeSpan Timeout { get; init; }
}
