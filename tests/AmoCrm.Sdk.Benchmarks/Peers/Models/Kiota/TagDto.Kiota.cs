using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class TagDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["id"] = node => Id = node.GetLongValue(),
        ["name"] = node => Name = node.GetStringValue(),
        ["color"] = node => Color = node.GetStringValue(),
        ["request_id"] = node => RequestId = node.GetStringValue(),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteLongValue("id", Id);
        writer.WriteStringValue("name", Name);
        writer.WriteStringValue("color", Color);
        writer.WriteStringValue("request_id", RequestId);
    }
}
