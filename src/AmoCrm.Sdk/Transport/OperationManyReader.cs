using System.Text.Json;

namespace AmoCrm.Sdk.Transport;

/// <summary>Reads all results of the answer to a batch. The reader stands on the body's first token.</summary>
internal delegate IReadOnlyList<TResult> OperationManyReader<out TResult>(ref Utf8JsonReader reader);
