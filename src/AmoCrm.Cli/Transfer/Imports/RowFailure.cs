using System.Text.Json;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>Why a row was not created.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="Errors">What amoCRM says is wrong with it.</param>
internal sealed record RowFailure(BulkOutcomeKind Kind, string Reason, IReadOnlyList<AmoCrmValidationError> Errors)
{
    /// <summary>The word for a kind in files.</summary>
    public static string WordOf(BulkOutcomeKind kind) => kind switch
    {
        BulkOutcomeKind.Rejected => "rejected",
        BulkOutcomeKind.Unknown => "unknown",
        BulkOutcomeKind.NotSent => "not_sent",
        _ => "created",
    };

    /// <summary>Writes the members of it.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteString("outcome", WordOf(Kind));
        writer.WriteString("reason", Reason);
        if (Errors.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("errors");
        foreach (var error in Errors)
        {
            writer.WriteStartObject();
            writer.WriteString("path", error.Path);
            writer.WriteString("code", error.Code);
            writer.WriteString("detail", error.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static RowFailure Read(JsonElement json) => new(
        json.GetProperty("outcome").GetString() switch
        {
            "rejected" => BulkOutcomeKind.Rejected,
            "unknown" => BulkOutcomeKind.Unknown,
            _ => BulkOutcomeKind.NotSent,
        },
        json.GetProperty("reason").GetString()!,
        json.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(static error => new AmoCrmValidationError(error.GetProperty("path").GetString()!, error.GetProperty("code").GetString()!, error.GetProperty("detail").GetString()))]
            : []);
}
