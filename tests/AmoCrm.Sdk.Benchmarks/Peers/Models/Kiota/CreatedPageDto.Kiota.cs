using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class CreatedPageDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["_embedded"] = node => Embedded = node.GetObjectValue<CreatedEmbeddedDto>(static _ => new CreatedEmbeddedDto()),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteObjectValue("_embedded", Embedded);
    }
}
