using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class LeadEmbeddedDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["tags"] = node => Tags = node.GetCollectionOfObjectValues<TagDto>(static _ => new TagDto())?.AsList(),
        ["companies"] = node => Companies = node.GetCollectionOfObjectValues<ReferenceDto>(static _ => new ReferenceDto())?.AsList(),
        ["contacts"] = node => Contacts = node.GetCollectionOfObjectValues<ContactReferenceDto>(static _ => new ContactReferenceDto())?.AsList(),
        ["catalog_elements"] = node => CatalogElements = node.GetCollectionOfObjectValues<CatalogElementDto>(static _ => new CatalogElementDto())?.AsList(),
        ["loss_reason"] = node => LossReason = node.GetCollectionOfObjectValues<LossReasonDto>(static _ => new LossReasonDto())?.AsList(),
        ["source"] = node => Source = node.GetObjectValue<LeadSourceDto>(static _ => new LeadSourceDto()),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteCollectionOfObjectValues("tags", Tags);
        writer.WriteCollectionOfObjectValues("companies", Companies);
        writer.WriteCollectionOfObjectValues("contacts", Contacts);
        writer.WriteCollectionOfObjectValues("catalog_elements", CatalogElements);
        writer.WriteCollectionOfObjectValues("loss_reason", LossReason);
        writer.WriteObjectValue("source", Source);
    }
}
