using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class NewLeadDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["name"] = node => Name = node.GetStringValue(),
        ["price"] = node => Price = node.GetDecimalValue(),
        ["_embedded"] = node => Embedded = node.GetObjectValue<NewLeadEmbeddedDto>(static _ => new NewLeadEmbeddedDto()),
        ["pipeline_id"] = node => PipelineId = node.GetLongValue(),
        ["status_id"] = node => StatusId = node.GetLongValue(),
        ["responsible_user_id"] = node => ResponsibleUserId = node.GetLongValue(),
        ["custom_fields_values"] = node => CustomFieldsValues = node.GetCollectionOfObjectValues<FieldDto>(static _ => new FieldDto())?.AsList(),
        ["request_id"] = node => RequestId = node.GetStringValue(),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteStringValue("name", Name);
        writer.WriteDecimalValue("price", Price);
        writer.WriteObjectValue("_embedded", Embedded);
        writer.WriteLongValue("pipeline_id", PipelineId);
        writer.WriteLongValue("status_id", StatusId);
        writer.WriteLongValue("responsible_user_id", ResponsibleUserId);
        writer.WriteCollectionOfObjectValues("custom_fields_values", CustomFieldsValues);
        writer.WriteStringValue("request_id", RequestId);
    }
}
