using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class LinkMetadataDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["main_contact"] = node => MainContact = node.GetBoolValue(),
        ["is_main"] = node => IsMain = node.GetBoolValue(),
        ["quantity"] = node => Quantity = node.GetDecimalValue(),
        ["catalog_id"] = node => CatalogId = node.GetLongValue(),
        ["price_id"] = node => PriceId = node.GetLongValue(),
        ["updated_by"] = node => UpdatedBy = node.GetLongValue(),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteBoolValue("main_contact", MainContact);
        writer.WriteBoolValue("is_main", IsMain);
        writer.WriteDecimalValue("quantity", Quantity);
        writer.WriteLongValue("catalog_id", CatalogId);
        writer.WriteLongValue("price_id", PriceId);
        writer.WriteLongValue("updated_by", UpdatedBy);
    }
}
