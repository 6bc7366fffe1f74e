namespace AmoCrm.Sdk;

/// <summary>What came of a wish to have an agent's tokens refreshed.</summary>
public enum AmoCrmTokenRefreshResult
{
    /// <summary>There is a new pair, and it is in the store.</summary>
    Refreshed,

    /// <summary>Another process or a person had put a new pair into the store already.</summary>
    RefreshedByAnother,

    /// <summary>An earlier answer was lost, so the refresh token is left alone while the access token lives: see <see cref="AmoCrmAuthorizationState.OutcomeUnknown"/>.</summary>
    KeptCurrent,
}
