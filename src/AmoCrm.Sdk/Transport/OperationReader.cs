using System.Text.Json;

namespace AmoCrm.Sdk.Transport;

/// <summary>Reads a whole answer. The reader stands on the body's first token. Null: the answer holds no result.</summary>
internal delegate TResult? OperationReader<in TArguments, out TResult>(ref Utf8JsonReader reader, TArguments arguments);
