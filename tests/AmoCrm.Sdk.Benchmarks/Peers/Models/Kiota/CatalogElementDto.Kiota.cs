using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class CatalogElementDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["id"] = node => Id = node.GetLongValue() ?? 0,
        ["metadata"] = node => Metadata = node.GetObjectValue<LinkMetadataDto>(static _ => new LinkMetadataDto()),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteLongValue("id", Id);
        writer.WriteObjectValue("metadata", Metadata);
    }
}
