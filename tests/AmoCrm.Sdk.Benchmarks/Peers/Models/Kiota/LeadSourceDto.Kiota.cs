using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class LeadSourceDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["id"] = node => Id = node.GetLongValue() ?? 0,
        ["name"] = node => Name = node.GetStringValue(),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteLongValue("id", Id);
        writer.WriteStringValue("name", Name);
    }
}
