namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class AccountCases
{
    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_get_account",
            Call = static async amo => await amo.Account.GetAsync(new() { With = [AccountInclude.TaskTypes, AccountInclude.DatetimeSettings, AccountInclude.IsApiFilterEnabled] }),
            Arguments = """{"with":["task_types","datetime_settings","is_api_filter_enabled"]}""",
            Exchanges = [new("GET /api/v4/account?with=task_types,datetime_settings,is_api_filter_enabled") { Answer = "account.json" }],
            Check = static result =>
            {
                var account = Assert.IsType<AmoCrm.Sdk.Account>(result);
                Assert.Equal("verba", account.Subdomain);
                Assert.True(account.IsApiFilterEnabled);
                Assert.Equal("Europe/Moscow", account.DateTimeSettings!.TimeZone);
                Assert.Equal(["Связаться", "Встреча"], account.TaskTypes!.Select(static type => type.Name));
                Assert.Equal(CustomersMode.Segments, account.CustomersMode);
                Assert.Equal(ContactNameOrder.FirstNameFirst, account.ContactNameDisplayOrder);
            },
        },
    ];
}
