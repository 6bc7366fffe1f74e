using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class NewLeadEmbeddedDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["contacts"] = node => Contacts = node.GetCollectionOfObjectValues<ReferenceDto>(static _ => new ReferenceDto())?.AsList(),
        ["companies"] = node => Companies = node.GetCollectionOfObjectValues<ReferenceDto>(static _ => new ReferenceDto())?.AsList(),
        ["tags"] = node => Tags = node.GetCollectionOfObjectValues<TagDto>(static _ => new TagDto())?.AsList(),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteCollectionOfObjectValues("contacts", Contacts);
        writer.WriteCollectionOfObjectValues("companies", Companies);
        writer.WriteCollectionOfObjectValues("tags", Tags);
    }
}
