namespace AmoCrm.Emulator.Accounts;

/// <summary><c>GET /api/v4/account</c>.</summary>
internal static class AccountRoutes
{
    public static void Add(RouteTable routes) => routes.Get("/api/v4/account", Get).With(
        "amojo_id", "uuid", "amojo_rights", "users_groups", "task_types", "version", "entity_names", "datetime_settings", "drive_url",
        "is_api_filter_enabled", "invoices_settings");

    private static Answer Get(EmulatorRequest request)
    {
        var (account, with) = (request.Account, request.With);
        var json = new JsonObject
        {
            ["id"] = account.Id,
            ["name"] = account.Name,
            ["subdomain"] = account.Subdomain,
            ["created_at"] = EmulatorDemo.CreatedAt,
            ["created_by"] = 0,
            ["updated_at"] = EmulatorDemo.CreatedAt,
            ["updated_by"] = 0,
            ["current_user_id"] = request.UserId,
            ["country"] = account.IsRussian ? "RU" : "US",
            ["currency"] = account.IsRussian ? "RUB" : "USD",
            ["currency_symbol"] = account.IsRussian ? "₽" : "$",
            ["customers_mode"] = request.Behaviour.CustomersRefusal == 0 ? "segments" : "disabled",
            ["is_unsorted_on"] = true,
            ["mobile_feature_version"] = 0,
            ["is_loss_reason_enabled"] = true,
            ["is_helpbot_enabled"] = false,
            ["is_technical_account"] = false,
            ["contact_name_display_order"] = 1,
        };
        AddOptional(json, request);
        json["_links"] = account.Self("account");
        if (Embedded(account, with) is { Count: > 0 } embedded)
        {
            json["_embedded"] = embedded;
        }

        return Answer.Ok(json);
    }

    private static void AddOptional(JsonObject json, EmulatorRequest request)
    {
        var id = request.Account.Id;
        AddIf("amojo_id", () => $"10000000-0000-4000-9000-{id:d12}");
        AddIf("uuid", () => $"10000000-0000-4000-8000-{id:d12}");
        AddIf("version", () => 14);
        AddIf("drive_url", () => "https://drive-b." + request.Account.Host[(request.Account.Host.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        AddIf("is_api_filter_enabled", () => request.Behaviour.ApiFilterEnabled);
        AddIf("entity_names", EntityNames.Create);
        AddIf("invoices_settings", () => new JsonObject { ["lang"] = "ru", ["invoices_catalog_id"] = null });

        void AddIf(string name, Func<JsonNode> value)
        {
            if (request.With.Contains(name))
            {
                json[name] = value();
            }
        }
    }

    private static JsonObject Embedded(AccountState account, ISet<string> with)
    {
        var embedded = new JsonObject();
        if (with.Contains("amojo_rights"))
        {
            embedded["amojo_rights"] = new JsonObject { ["can_direct"] = true, ["can_create_groups"] = true };
        }

        if (with.Contains("users_groups"))
        {
            embedded["users_groups"] = JsonReading.Array(account.Users.Groups.Select(group => group.Copy()));
        }

        if (with.Contains("task_types"))
        {
            embedded["task_types"] = JsonReading.Array(account.Users.TaskTypes.Select(type => type.Copy()));
        }

        if (with.Contains("datetime_settings"))
        {
            embedded["datetime_settings"] = new JsonObject
            {
                ["date_pattern"] = "d.m.Y H:i",
                ["short_date_pattern"] = "d.m.Y",
                ["short_time_pattern"] = "H:i",
                ["date_format"] = "d.m.Y",
                ["time_format"] = "H:i:s",
                ["timezone"] = "Europe/Moscow",
                ["timezone_offset"] = "+03:00",
            };
        }

        return embedded;
    }
}
