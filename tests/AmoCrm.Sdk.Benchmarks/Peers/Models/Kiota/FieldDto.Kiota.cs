using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class FieldDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["field_id"] = node => FieldId = node.GetLongValue(),
        ["field_name"] = node => FieldName = node.GetStringValue(),
        ["field_code"] = node => FieldCode = node.GetStringValue(),
        ["field_type"] = node => FieldType = node.GetStringValue(),
        ["values"] = node => Values = node.GetCollectionOfObjectValues<FieldValueDto>(static _ => new FieldValueDto())?.AsList(),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteLongValue("field_id", FieldId);
        writer.WriteStringValue("field_name", FieldName);
        writer.WriteStringValue("field_code", FieldCode);
        writer.WriteStringValue("field_type", FieldType);
        writer.WriteCollectionOfObjectValues("values", Values);
    }
}
