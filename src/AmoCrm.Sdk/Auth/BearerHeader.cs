namespace AmoCrm.Sdk.Auth;

/// <summary>Puts tokens into the Authorization header. One token serves many requests: its header is made once.</summary>
/// <param name="agentId">Whose tokens, for errors.</param>
internal sealed class BearerHeader(string agentId)
{
    private Known? _known;

    /// <exception cref="AmoCrmConfigurationException">The token holds a character that would end the header or be changed in it.</exception>
    public void Add(HttpRequestMessage message, string token)
    {
        if (_known is not { } known || known.Token != token)
        {
            _known = known = new Known(token, $"Bearer {Checked(token)}");
        }

        message.Headers.TryAddWithoutValidation("Authorization", known.Header);
    }

    private string Checked(string token) => token.AsSpan().ContainsAnyExceptInRange('!', '~')
        ? throw new AmoCrmConfigurationException(
            $"{SettingsKeys.AccessToken} of agent '{agentId}' holds a character that no token has (a space, a line break or a letter beyond ASCII): copy it again, whole and without quotes.")
        : token;

    // No record: its ToString would print the token.
    private sealed class Known(string token, string header)
    {
        public string Token { get; } = token;

        public string Header { get; } = header;
    }
}
