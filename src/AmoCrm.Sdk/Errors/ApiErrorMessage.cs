using System.Globalization;
using System.Text;

namespace AmoCrm.Sdk;

/// <summary>The sentence of an API exception: title, status, handler, codes and paths, and our own remedy. Never amoCRM's explanation, which may quote what was sent.</summary>
internal static class ApiErrorMessage
{
    private const int MaximumText = 120;
    private const int MaximumErrors = 8;

    public static string Compose(AmoCrmApiError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var message = new StringBuilder();
        message.Append(error.Handler ?? "amoCRM").Append(": ");
        message.Append(Plain(error.Title) is { Length: > 0 } title ? title : "amoCRM refused the request");
        message.Append(CultureInfo.InvariantCulture, $" ({error.StatusCode})");
        AppendErrors(message, error.Errors);
        message.Append('.');
        if (Remedies.For(error) is { } remedy)
        {
            message.Append(' ').Append(remedy);
        }

        if (Plain(error.RequestId) is { Length: > 0 } requestId)
        {
            message.Append(" Request id ").Append(requestId).Append('.');
        }

        return message.ToString();
    }

    private static void AppendErrors(StringBuilder message, IReadOnlyList<AmoCrmValidationError> errors)
    {
        for (var i = 0; i < errors.Count && i < MaximumErrors; i++)
        {
            message.Append(i == 0 ? ": " : ", ").Append(Plain(errors[i].ToString()));
        }

        if (errors.Count > MaximumErrors)
        {
            message.Append(CultureInfo.InvariantCulture, $" and {errors.Count - MaximumErrors} more");
        }
    }

    // A title or path is the server's text: bounded and on one line, so that it cannot flood or forge a log.
    private static string? Plain(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var kept = text.Length > MaximumText ? string.Concat(text.AsSpan(0, MaximumText), "…") : text;
        return string.Create(kept.Length, kept, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        }).TrimEnd('.', ' ');
    }
}
