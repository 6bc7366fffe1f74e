using System.Text.Json;

namespace AmoCrm.Sdk.Transport;

/// <summary>Writes one item or object of a request's body.</summary>
internal delegate void OperationBodyWriter<in TArguments>(Utf8JsonWriter writer, TArguments arguments, OperationContext context);
