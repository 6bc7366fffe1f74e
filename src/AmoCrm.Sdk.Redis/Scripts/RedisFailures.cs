using StackExchange.Redis;

namespace AmoCrm.Sdk.Redis.Scripts;

/// <summary>What Redis's failures are called. Their messages are not repeated: they may quote what was sent, and how the server is reached.</summary>
internal static class RedisFailures
{
    public static bool IsOne(Exception exception) => exception is RedisException or TimeoutException or ObjectDisposedException or OperationCanceledException;

    public static string Describe(Exception exception, TimeSpan timeout) => exception switch
    {
        RedisConnectionException connection => $"the connection failed ({connection.FailureType})",
        RedisServerException server => $"the server refused ({Code(server.Message)})",
        TimeoutException => $"no answer within {timeout.TotalMilliseconds:F0} ms",
        _ => exception.GetType().Name,
    };

    // The first word of a server's error is its code: NOPERM, READONLY, OOM.
    private static string Code(string message)
    {
        var code = message.Split(' ', 2)[0];
        return code.Length > 0 && code.All(char.IsAsciiLetterUpper) ? code : "an error";
    }
}
