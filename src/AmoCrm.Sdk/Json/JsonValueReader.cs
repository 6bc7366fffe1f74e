using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads one value: the reader stands on its first token before and on its last token after the call.</summary>
/// <typeparam name="T">What the value becomes.</typeparam>
/// <param name="reader">The reader, on the value's first token.</param>
/// <returns>The value; null where JSON had none.</returns>
/// <exception cref="JsonException">The JSON is malformed or is no such value.</exception>
public delegate T? JsonValueReader<T>(ref Utf8JsonReader reader);
