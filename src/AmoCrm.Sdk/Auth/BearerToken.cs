using System.Net.Http.Headers;

namespace AmoCrm.Sdk.Auth;

/// <summary>Makes the Authorization header.</summary>
internal static class BearerToken
{
    /// <exception cref="AmoCrmConfigurationException">The token holds a character that would end the header or be changed in it.</exception>
    public static AuthenticationHeaderValue Header(string agentId, string token)
    {
        foreach (var character in token)
        {
            if (character is <= ' ' or >= '\x7f')
            {
                throw new AmoCrmConfigurationException(
                    $"{SettingsKeys.AccessToken} of agent '{agentId}' holds a character that no token has (a space, a line break or a letter beyond ASCII): copy it again, whole and without quotes.");
            }
        }

        return new AuthenticationHeaderValue("Bearer", token);
    }
}
