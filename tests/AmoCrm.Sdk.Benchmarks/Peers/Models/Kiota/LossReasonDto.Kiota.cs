using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class LossReasonDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["id"] = node => Id = node.GetLongValue() ?? 0,
        ["name"] = node => Name = node.GetStringValue(),
        ["sort"] = node => Sort = node.GetIntValue(),
        ["created_at"] = node => CreatedAt = KiotaValues.Time(node),
        ["updated_at"] = node => UpdatedAt = KiotaValues.Time(node),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteLongValue("id", Id);
        writer.WriteStringValue("name", Name);
        writer.WriteIntValue("sort", Sort);
        KiotaValues.WriteTime(writer, "created_at", CreatedAt);
        KiotaValues.WriteTime(writer, "updated_at", UpdatedAt);
    }
}
