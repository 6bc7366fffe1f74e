namespace AmoCrm.Emulator.Entities;

/// <summary>The read models of new entities, key by key in amoCRM's order.</summary>
internal static class EntityTemplates
{
    public static JsonObject Lead() => new()
    {
        ["id"] = 0,
        ["name"] = string.Empty,
        ["price"] = 0,
        ["responsible_user_id"] = 0,
        ["group_id"] = 0,
        ["status_id"] = 0,
        ["pipeline_id"] = 0,
        ["loss_reason_id"] = null,
        ["source_id"] = null,
        ["created_by"] = 0,
        ["updated_by"] = 0,
        ["created_at"] = 0,
        ["updated_at"] = 0,
        ["closed_at"] = null,
        ["closest_task_at"] = null,
        ["is_deleted"] = false,
        ["custom_fields_values"] = null,
        ["score"] = null,
        ["account_id"] = 0,
        ["labor_cost"] = null,
        ["is_price_modified_by_robot"] = false,
    };

    public static JsonObject Contact() => new()
    {
        ["id"] = 0,
        ["name"] = string.Empty,
        ["first_name"] = string.Empty,
        ["last_name"] = string.Empty,
        ["responsible_user_id"] = 0,
        ["group_id"] = 0,
        ["created_by"] = 0,
        ["updated_by"] = 0,
        ["created_at"] = 0,
        ["updated_at"] = 0,
        ["closest_task_at"] = null,
        ["is_deleted"] = false,
        ["is_unsorted"] = false,
        ["custom_fields_values"] = null,
        ["account_id"] = 0,
    };

    public static JsonObject Company() => new()
    {
        ["id"] = 0,
        ["name"] = string.Empty,
        ["responsible_user_id"] = 0,
        ["group_id"] = 0,
        ["created_by"] = 0,
        ["updated_by"] = 0,
        ["created_at"] = 0,
        ["updated_at"] = 0,
        ["closest_task_at"] = null,
        ["is_deleted"] = false,
        ["custom_fields_values"] = null,
        ["account_id"] = 0,
    };

    public static JsonObject Customer() => new()
    {
        ["id"] = 0,
        ["name"] = string.Empty,
        ["next_price"] = 0,
        ["next_date"] = 0,
        ["responsible_user_id"] = 0,
        ["status_id"] = 0,
        ["periodicity"] = 0,
        ["created_by"] = 0,
        ["updated_by"] = 0,
        ["created_at"] = 0,
        ["updated_at"] = 0,
        ["closest_task_at"] = null,
        ["is_deleted"] = false,
        ["custom_fields_values"] = null,
        ["ltv"] = 0,
        ["purchases_count"] = 0,
        ["average_check"] = 0,
        ["account_id"] = 0,
    };
}
