using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>Writes one value, without a member name.</summary>
/// <typeparam name="T">What is written.</typeparam>
/// <param name="writer">The writer, where a value may stand.</param>
/// <param name="value">The value.</param>
public delegate void JsonValueWriter<in T>(Utf8JsonWriter writer, T value);
