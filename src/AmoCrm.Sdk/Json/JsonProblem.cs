using System.Globalization;
using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>What is wrong with JSON, fit for a log.</summary>
internal static class JsonProblem
{
    /// <summary>
    /// The exception without a piece of the body. Ours quote nothing; those of .NET's reader, which have a type of their own, quote the literal or the character that they stopped at.
    /// </summary>
    public static Exception WithoutQuotes(Exception exception) => exception is JsonException malformed && malformed.GetType() != typeof(JsonException)
        ? new JsonException(
            string.Create(CultureInfo.InvariantCulture, $"The JSON is malformed at line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}."), path: null, malformed.LineNumber, malformed.BytePositionInLine)
        : exception;
}
