namespace AmoCrm.Emulator.Widgets;

/// <summary>Makes widgets.</summary>
internal static class WidgetTemplate
{
    public static void Add(AccountState account, long id, string code, JsonNode rating, params (string Key, string Name, string Type, bool IsRequired)[] settings) =>
        account.Widgets.All.Add(new JsonObject
        {
            ["id"] = id,
            ["code"] = code,
            ["version"] = "1.0.3",
            ["rating"] = rating,
            ["settings_template"] = JsonReading.Array(settings.Select(setting => new JsonObject
            {
                ["key"] = setting.Key,
                ["name"] = setting.Name,
                ["type"] = setting.Type,
                ["is_required"] = setting.IsRequired,
            })),
            ["is_lead_source"] = false,
            ["is_work_with_dp"] = false,
            ["is_crm_template"] = false,
            ["client_uuid"] = null,
            ["is_active_in_account"] = false,
            ["pipeline_id"] = null,
        });
}
