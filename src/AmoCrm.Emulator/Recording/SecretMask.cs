using System.Text.Json;

namespace AmoCrm.Emulator.Recording;

/// <summary>Token requests for the log: the values of secrets are masked, and so is all that cannot be read.</summary>
internal static class SecretMask
{
    private const string Mask = "***";

    private static readonly string[] Secrets = ["client_secret", "refresh_token", "code"];

    public static string Apply(string body)
    {
        try
        {
            if (LastWinsJson.Parse(body) is not JsonObject json)
            {
                return Mask;
            }

            foreach (var name in Secrets.Where(json.Has))
            {
                json[name] = Mask;
            }

            return json.ToJsonString();
        }
        catch (JsonException)
        {
            return Mask;
        }
    }
}
