namespace AmoCrm.Sdk.Benchmarks.Targets;

/// <summary>What a target is about. The extra ones are what the SDK takes on top of the baseline.</summary>
internal enum TargetMeasure
{
    TimeRatio,
    BytesRatio,
    Nanoseconds,
    Bytes,
    ExtraNanoseconds,
    ExtraBytes,

    /// <summary>How large a file is.</summary>
    FileSize,

    /// <summary>How much larger the program is.</summary>
    ExtraFileSize,

    /// <summary>The SDK's time over that of its fastest peer.</summary>
    PeerTimeRatio,

    /// <summary>The SDK's allocation over that of its thriftiest peer.</summary>
    PeerBytesRatio,
}
