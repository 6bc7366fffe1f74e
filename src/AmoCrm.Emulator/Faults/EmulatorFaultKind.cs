namespace AmoCrm.Emulator;

/// <summary>What a scripted fault does.</summary>
public enum EmulatorFaultKind
{
    /// <summary>Answers <see cref="EmulatorFault.Status"/>; the request is not executed.</summary>
    Status,

    /// <summary>Waits <see cref="EmulatorFault.Latency"/>, then answers as usual.</summary>
    Latency,

    /// <summary>Cuts the connection; the request is not executed.</summary>
    ConnectionReset,

    /// <summary>Executes the request, then cuts the connection: the caller cannot know.</summary>
    LostAnswer,

    /// <summary>Answers 403 with the front-end server's HTML page; the request is not executed.</summary>
    HtmlForbidden,

    /// <summary>Executes the request and answers half of the JSON.</summary>
    MalformedJson,

    /// <summary>Executes the request at once, waits <see cref="EmulatorFault.Latency"/>, then answers: a caller that gave up meanwhile was obeyed all the same.</summary>
    SlowAnswer,
}
