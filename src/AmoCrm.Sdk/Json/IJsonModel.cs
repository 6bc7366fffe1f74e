using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>A model that reads and writes itself as amoCRM spells it, without reflection.</summary>
/// <typeparam name="TSelf">The model.</typeparam>
public interface IJsonModel<TSelf>
    where TSelf : class, IJsonModel<TSelf>
{
    /// <summary>Reads one model: the reader stands on its first token before and on its last token after the call.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The model; null where the JSON has no object.</returns>
    /// <exception cref="JsonException">The JSON is malformed or lacks a member that is never absent.</exception>
    static abstract TSelf? ReadFrom(ref Utf8JsonReader reader);

    /// <summary>Writes this model.</summary>
    /// <param name="writer">The writer, where a value may stand.</param>
    void WriteTo(Utf8JsonWriter writer);
}
