using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>Values that Kiota has no reader for.</summary>
internal static class KiotaValues
{
    public static DateTimeOffset? Time(IParseNode node) => node.GetLongValue() is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public static void WriteTime(ISerializationWriter writer, string name, DateTimeOffset? time) => writer.WriteLongValue(name, time?.ToUnixTimeSeconds());

    /// <summary>The value of a custom field: text, number or flag.</summary>
    public static object? Scalar(IParseNode node) => node.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue) switch
    {
        UntypedString text => text.GetValue(),
        UntypedBoolean flag => flag.GetValue(),
        UntypedInteger number => (long)number.GetValue(),
        UntypedLong number => number.GetValue(),
        UntypedDecimal number => number.GetValue(),
        UntypedDouble number => number.GetValue(),
        _ => null,
    };

    public static void WriteScalar(ISerializationWriter writer, string name, object? value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(name, text);
                break;
            case long number:
                writer.WriteLongValue(name, number);
                break;
            case bool flag:
                writer.WriteBoolValue(name, flag);
                break;
        }
    }
}
