using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class FieldValueDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["value"] = node => Value = KiotaValues.Scalar(node),
        ["enum_id"] = node => EnumId = node.GetLongValue(),
        ["enum_code"] = node => EnumCode = node.GetStringValue(),
    };

    public void Serialize(ISerializationWriter writer)
    {
        KiotaValues.WriteScalar(writer, "value", Value);
        writer.WriteLongValue("enum_id", EnumId);
        writer.WriteStringValue("enum_code", EnumCode);
    }
}
