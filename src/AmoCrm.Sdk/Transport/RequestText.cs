using System.Globalization;
using System.Text;

namespace AmoCrm.Sdk.Transport;

/// <summary>What <c>ToString</c> of a request or a model says: its type and ids. The rest are people's names, phones and messages, which do not belong in logs.</summary>
internal static class RequestText
{
    public static string Of(string type, params ReadOnlySpan<(string Name, long? Id)> ids)
    {
        var text = new StringBuilder(type);
        var separator = " { ";
        foreach (var (name, id) in ids)
        {
            if (id is { } value)
            {
                text.Append(separator).Append(CultureInfo.InvariantCulture, $"{name} = {value}");
                separator = ", ";
            }
        }

        return (separator == ", " ? text.Append(" }") : text).ToString();
    }

    /// <summary>Appends the id of a model, for its <c>PrintMembers</c>.</summary>
    /// <returns>Whether it has one.</returns>
    public static bool PrintId(StringBuilder text, long? id)
    {
        if (id is { } value)
        {
            text.Append(CultureInfo.InvariantCulture, $"Id = {value}");
        }

        return id is not null;
    }
}
