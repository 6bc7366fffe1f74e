using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <content>As Kiota reads and writes it.</content>
public sealed partial class LeadDto : IParsable
{
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal)
    {
        ["id"] = node => Id = node.GetLongValue() ?? 0,
        ["name"] = node => Name = node.GetStringValue(),
        ["price"] = node => Price = node.GetDecimalValue(),
        ["price_with_minor_units"] = node => PriceWithMinorUnits = node.GetDecimalValue(),
        ["responsible_user_id"] = node => ResponsibleUserId = node.GetLongValue(),
        ["group_id"] = node => GroupId = node.GetLongValue(),
        ["status_id"] = node => StatusId = node.GetLongValue(),
        ["pipeline_id"] = node => PipelineId = node.GetLongValue(),
        ["loss_reason_id"] = node => LossReasonId = node.GetLongValue(),
        ["source_id"] = node => SourceId = node.GetLongValue(),
        ["created_by"] = node => CreatedBy = node.GetLongValue(),
        ["updated_by"] = node => UpdatedBy = node.GetLongValue(),
        ["created_at"] = node => CreatedAt = KiotaValues.Time(node),
        ["updated_at"] = node => UpdatedAt = KiotaValues.Time(node),
        ["closed_at"] = node => ClosedAt = KiotaValues.Time(node),
        ["closest_task_at"] = node => ClosestTaskAt = KiotaValues.Time(node),
        ["is_deleted"] = node => IsDeleted = node.GetBoolValue(),
        ["is_unsorted"] = node => IsUnsorted = node.GetBoolValue(),
        ["custom_fields_values"] = node => CustomFieldsValues = node.GetCollectionOfObjectValues<FieldDto>(static _ => new FieldDto())?.AsList(),
        ["score"] = node => Score = node.GetIntValue(),
        ["account_id"] = node => AccountId = node.GetLongValue(),
        ["labor_cost"] = node => LaborCost = node.GetLongValue(),
        ["is_price_modified_by_robot"] = node => IsPriceModifiedByRobot = node.GetBoolValue(),
        ["visitor_uid"] = node => VisitorUid = node.GetStringValue(),
        ["_embedded"] = node => Embedded = node.GetObjectValue<LeadEmbeddedDto>(static _ => new LeadEmbeddedDto()),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteLongValue("id", Id);
        writer.WriteStringValue("name", Name);
        writer.WriteDecimalValue("price", Price);
        writer.WriteDecimalValue("price_with_minor_units", PriceWithMinorUnits);
        writer.WriteLongValue("responsible_user_id", ResponsibleUserId);
        writer.WriteLongValue("group_id", GroupId);
        writer.WriteLongValue("status_id", StatusId);
        writer.WriteLongValue("pipeline_id", PipelineId);
        writer.WriteLongValue("loss_reason_id", LossReasonId);
        writer.WriteLongValue("source_id", SourceId);
        writer.WriteLongValue("created_by", CreatedBy);
        writer.WriteLongValue("updated_by", UpdatedBy);
        KiotaValues.WriteTime(writer, "created_at", CreatedAt);
        KiotaValues.WriteTime(writer, "updated_at", UpdatedAt);
        KiotaValues.WriteTime(writer, "closed_at", ClosedAt);
        KiotaValues.WriteTime(writer, "closest_task_at", ClosestTaskAt);
        writer.WriteBoolValue("is_deleted", IsDeleted);
        writer.WriteBoolValue("is_unsorted", IsUnsorted);
        writer.WriteCollectionOfObjectValues("custom_fields_values", CustomFieldsValues);
        writer.WriteIntValue("score", Score);
        writer.WriteLongValue("account_id", AccountId);
        writer.WriteLongValue("labor_cost", LaborCost);
        writer.WriteBoolValue("is_price_modified_by_robot", IsPriceModifiedByRobot);
        writer.WriteStringValue("visitor_uid", VisitorUid);
        writer.WriteObjectValue("_embedded", Embedded);
    }
}
