using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Soak.Workers;

/// <summary>How parent and worker write to each other: one JSON object a line.</summary>
internal static class WorkerMessages
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Write<T>(T message) => JsonSerializer.Serialize(message, Options);

    public static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line, Options) ?? throw new InvalidDataException("A worker's message is null.");
}
