using AmoCrm.Sdk.MongoDB.Collection;
using MongoDB.Bson;

namespace AmoCrm.Sdk.MongoDB.Documents;

/// <summary>Documents of before the present shape: <c>base_url</c> and <c>access_token</c>. They are not read, but the error holds the line that moves them.</summary>
internal static class OlderShape
{
    private const string BaseUrl = "base_url";
    private const string AccessToken = "access_token";
    private const string RefreshToken = "refresh_token";

    /// <summary>The members by which such a document is known.</summary>
    public static IReadOnlyList<string> Signs { get; } = [BaseUrl, AccessToken];

    public static bool Is(BsonDocument values) => Signs.Any(values.Contains);

    /// <summary>The error with the line for mongosh. The line moves values inside the database, so that nobody has to copy tokens (OlderShapeTests runs it).</summary>
    /// <param name="prefix">Where the old members are: nothing, or <c>settings.</c>.</param>
    /// <param name="agentId">The agent.</param>
    /// <param name="place">The collection.</param>
    public static AmoCrmConfigurationException Error(string prefix, string agentId, CollectionPlace place) => new(
        $"The settings of agent '{agentId}' in {place} have the older shape ({BaseUrl}, {AccessToken}) instead of {SettingsKeys.Settings}.{SettingsKeys.Subdomain}. Move them: "
        + place.Shell($"updateOne({{ {SettingsKeys.AgentId}: {CollectionPlace.Quoted(agentId)} }}, {Migration(prefix)})"));

    // The host is what is between "//" and the next "/".
    private static string Migration(string prefix) =>
        $"[{{ $set: {{ {SettingsKeys.Settings}: {{ "
        + $"{SettingsKeys.Subdomain}: {{ $arrayElemAt: [{{ $split: [{{ $arrayElemAt: [{{ $split: [\"${prefix}{BaseUrl}\", \"//\"] }}, -1] }}, \"/\"] }}, 0] }}, "
        + $"{SettingsKeys.AccessToken}: \"${prefix}{AccessToken}\", {SettingsKeys.RefreshToken}: \"${prefix}{RefreshToken}\" }} }} }}, "
        + $"{{ $unset: [\"{prefix}{BaseUrl}\", \"{prefix}{AccessToken}\", \"{prefix}{RefreshToken}\"] }}]";
}
