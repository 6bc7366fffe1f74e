using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace AmoCrm.Sdk.Auth;

/// <summary>A new pair as amoCRM's token route answers it.</summary>
/// <param name="accessToken">The access token.</param>
/// <param name="refreshToken">The refresh token.</param>
/// <param name="serverTime">amoCRM's time; null in answers of older servers.</param>
internal sealed class TokenAnswer(AmoCrmSecret accessToken, AmoCrmSecret refreshToken, DateTimeOffset? serverTime)
{
    public AmoCrmSecret AccessToken => accessToken;

    public AmoCrmSecret RefreshToken => refreshToken;

    public DateTimeOffset? ServerTime => serverTime;

    /// <returns>False when it is no such answer. What was sent with it may have been carried out nevertheless.</returns>
    public static bool TryRead(AmoCrmResponse response, [NotNullWhen(true)] out TokenAnswer? answer)
    {
        answer = null;
        try
        {
            var json = response.Json();
            if (response.IsSuccess && Text(json, "access_token") is { } access && Text(json, "refresh_token") is { } refresh)
            {
                answer = new TokenAnswer(access, refresh, Time(json, "server_time"));
            }
        }
        catch (Exception exception) when (exception is AmoCrmInvalidResponseException or InvalidOperationException)
        {
            // Half an answer, or a page of a server in front; or a text in it that is not valid Unicode.
        }

        return answer is not null;
    }

    private static AmoCrmSecret? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
