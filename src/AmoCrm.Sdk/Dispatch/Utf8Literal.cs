namespace AmoCrm.Sdk.Dispatch;

/// <summary>A constant UTF-8 text that is not touched until it is asked for.</summary>
internal delegate ReadOnlySpan<byte> Utf8Literal();
