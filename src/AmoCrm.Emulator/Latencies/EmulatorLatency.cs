namespace AmoCrm.Emulator;

/// <summary>
/// How long the answers of matching requests are held back, in real time; a fault may befall the same request. The request is executed, and its limits are checked, when it arrives:
/// a caller that hangs up meanwhile was obeyed all the same.
/// </summary>
public sealed class EmulatorLatency
{
    private readonly TimeSpan? _maximum;

    /// <summary>The HTTP method that matches; null (the default) matches all.</summary>
    public string? Method { get; init; }

    /// <summary>The path that matches, without the query; <c>*</c> stands for any text. All paths by default.</summary>
    public string Path { get; init; } = "*";

    /// <summary>The shortest time; none by default.</summary>
    public TimeSpan Minimum { get; init; }

    /// <summary>The longest time; <see cref="Minimum"/> by default. Each answer takes a time between both, all equally likely.</summary>
    public TimeSpan Maximum
    {
        get => _maximum ?? Minimum;
        init => _maximum = value;
    }
}
