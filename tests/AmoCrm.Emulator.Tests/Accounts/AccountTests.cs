namespace AmoCrm.Emulator.Tests.Accounts;

public sealed class AccountTests : EmulatorTest
{
    [Fact]
    public async Task With_decides_what_is_told()
    {
        var plain = (await GetAsync("account")).Json.AsObject();
        Assert.Equal((30_100_500, "Салон мебели «Верба»", EmulatorDemo.AdminId), (plain["id"]!.GetValue<int>(), plain["name"]!.ToString(), plain["current_user_id"]!.GetValue<long>()));
        Assert.False(plain.ContainsKey("_embedded"));
        Assert.False(plain.ContainsKey("is_api_filter_enabled"));

        var rich = (await GetAsync("account?with=amojo_id,uuid,amojo_rights,users_groups,task_types,version,entity_names,datetime_settings,drive_url,is_api_filter_enabled,invoices_settings")).Json;
        Assert.True(rich["is_api_filter_enabled"]!.GetValue<bool>());
        Assert.Equal("https://drive-b.amocrm.ru", rich["drive_url"]!.ToString());
        Assert.Equal("+03:00", rich["_embedded"]!["datetime_settings"]!["timezone_offset"]!.ToString());
        Assert.Equal(["FOLLOW_UP", "MEETING"], rich["_embedded"]!["task_types"]!.AsArray().Select(type => type!["code"]!.ToString()));
        Assert.Equal(0, rich["_embedded"]!["users_groups"]![0]!["id"]!.GetValue<int>());
        Assert.NotNull(rich["entity_names"]!["leads"]!["ru"]!["plural_form"]);
        Assert.Empty(Crm.Requests[^1].UnknownQueryKeys);

        Crm.Behaviour.ApiFilterEnabled = false;
        Assert.False((await GetAsync("account?with=is_api_filter_enabled")).Json["is_api_filter_enabled"]!.GetValue<bool>());
    }
}
