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
            AmoCrmArgumentException => (exception.Message, ExitCodes.Usage),
            AmoCrmConfigurationException => (exception.Message, ExitCodes.Usage),
            IAmoCrmError => (exception.Message, ExitCodes.Failure),
            AmoCrmUnknownHandlerException => (exception.Message, ExitCodes.Usage),
            JsonException => ($"The JSON is not valid: {exception.Message}", ExitCodes.Usage),
            FileNotFoundException file => ($"There is no file '{file.FileName}'.", ExitCodes.Usage),
            IOException or UnauthorizedAccessException => (exception.Message, ExitCodes.Failure),
            HttpRequestException => ($"No answer: {exception.Message}", ExitCodes.Failure),
            _ => (null, ExitCodes.Failure),
        };
        return message is not null;
    }
}
