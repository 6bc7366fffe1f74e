using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class LeadPageDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["_page"] = node => Page = node.GetIntValue(),
        ["_embedded"] = node => Embedded = node.GetObjectValue<LeadPageEmbeddedDto>(static _ => new LeadPageEmbeddedDto()),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteIntValue("_page", Page);
        writer.WriteObjectValue("_embedded", Embedded);
    }
}
