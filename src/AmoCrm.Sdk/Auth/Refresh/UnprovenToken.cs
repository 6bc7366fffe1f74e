namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>An access token that was received and has not worked yet.</summary>
/// <param name="accessToken">The token.</param>
/// <param name="afterRefusal">Whether it took the place of one that amoCRM had refused. If it is refused as well, the trouble is not its age.</param>
/// <param name="since">When it was received, by this machine's clock.</param>
internal sealed class UnprovenToken(AmoCrmSecret accessToken, bool afterRefusal, DateTimeOffset since)
{
    public AmoCrmSecret AccessToken => accessToken;

    public bool AfterRefusal => afterRefusal;

    public DateTimeOffset Since => since;
}
