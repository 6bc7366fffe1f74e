namespace AmoCrm.Sdk.Transport;

/// <summary>
/// Tells a request when its bytes leave over a connection of ours. A permit counts from then on: a connection that takes a second to be made would otherwise bring
/// two windows' requests to amoCRM at once (LeavingBytesTests).
/// </summary>
internal static class LeavingBytes
{
    // A request is written by the flow that sends it, whichever connection it gets.
    private static readonly AsyncLocal<CallState?> Sending = new();

    /// <summary>Watches over a request from now on in this flow: to the end of the asynchronous method that says so.</summary>
    public static void Watch(CallState call) => Sending.Value = call;

    /// <summary>Puts the watch between the HTTP protocol and a connection.</summary>
    public static Stream Over(Stream connection) => new WatchedStream(connection, static () => Sending.Value?.BytesLeave());
}
