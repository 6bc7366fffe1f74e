using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>Writes the members that a handler adds to a successful envelope; the braces, <c>success</c> and <c>handler</c> are written around it.</summary>
internal delegate void EnvelopeWriter<in TRequest, in TResult>(Utf8JsonWriter writer, TRequest request, TResult result);
