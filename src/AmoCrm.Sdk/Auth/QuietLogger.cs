using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Auth;

/// <summary>A logger whose failures stay its own: a disk that is full must not cost the tokens that were being written when it was.</summary>
/// <param name="inner">Where messages go.</param>
internal sealed class QuietLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
#pragma warning disable CA1031 // Loggers throw what they like.
        catch (Exception)
#pragma warning restore CA1031
        {
            // There is nobody to tell.
        }
    }
}
