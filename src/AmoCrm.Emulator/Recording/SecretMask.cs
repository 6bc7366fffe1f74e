using System.Text.Json;

namespace AmoCrm.Emulator.Recording;

/// <summary>Token requests for the log: the values of secrets are masked.</summary>
internal static class SecretMask
{
    private static readonly string[] Secrets = ["client_secret", "refresh_token", "code"];

    public static string Apply(string body)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject json)
            {
                return body;
            }

            foreach (var name in Secrets.Where(json.Has))
            {
                json[name] = "***";
            }

            return json.ToJsonString();
        }
        catch (JsonException)
        {
            return "***";
        }
    }
}
