using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AmoCrm.Sdk;

namespace AmoCrm.Cli;

/// <summary>Turns an exception into one line for a person and an exit code. Anything else is a bug and keeps its stack trace.</summary>
internal static class ErrorReport
{
    public static bool TryDescribe(Exception exception, [NotNullWhen(true)] out string? message, out int exitCode)
    {
        (message, exitCode) = exception switch
        {
            CliUsageException => (exception.Message, ExitCodes.Usage),
            CliFailureException => (exception.Message, ExitCodes.Failure),
            AmoCrmArgumentException => (exception.Message, ExitCodes.Usage),
            AmoCrmConfigurationException => (exception.Message, ExitCodes.Usage),
            IAmoCrmError => (exception.Message, ExitCodes.Failure),
            AmoCrmUnknownHandlerException unknown => (Describe(unknown), ExitCodes.Usage),
            JsonException => ($"The JSON is not valid: {exception.Message}", ExitCodes.Usage),
            FileNotFoundException file => ($"There is no file '{file.FileName}'.", ExitCodes.Usage),
            IOException or UnauthorizedAccessException => (exception.Message, ExitCodes.Failure),
            HttpRequestException => ($"No answer: {exception.Message}", ExitCodes.Failure),
            _ => (null, ExitCodes.Failure),
        };
        return message is not null;
    }

    // The exception's own message tells a programmer where the names are; here a command lists them.
    private static string Describe(AmoCrmUnknownHandlerException unknown)
    {
        var question = unknown.Suggestions.Count == 0 ? "" : $" Did you mean {string.Join(" or ", unknown.Suggestions)}?";
        return $"There is no handler '{unknown.Handler}'.{question} 'amocrm handlers' lists all of them.";
    }
}
