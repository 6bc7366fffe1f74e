using System.Text.Json;

namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class WidgetCases
{
    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_list_widgets",
            Call = static async amo => await amo.Widgets.ListAsync(new() { Page = 1, Limit = 50 }),
            Arguments = """{"page":1,"limit":50}""",
            Exchanges = [new("GET /api/v4/widgets?page=1&limit=50") { Answer = "widgets.json" }],
            Check = static result =>
            {
                // A short page does not end the list of widgets.
                var page = Assert.IsType<Page<Widget>>(result);
                Assert.Equal(["verba_pbx", "verba_sms"], page.Items.Select(static widget => widget.Code));
                Assert.Equal("4,7", page.Items[0].Rating);
                Assert.Equal(WidgetSettingType.Users, page.Items[0].SettingsTemplate![1].Type);
                Assert.True(page.HasMore);
            },
        },
        new()
        {
            Name = "amocrm_install_widget",
            Call = static async amo => await amo.Widgets.InstallAsync("verba_pbx", new() { Settings = JsonDocument.Parse("""{"login":"verba","phones":{"8101":"101"}}""").RootElement }),
            Arguments = """{"code":"verba_pbx","settings":{"login":"verba","phones":{"8101":"101"}}}""",
            Exchanges = [new("POST /api/v4/widgets/verba_pbx") { Body = """{"login":"verba","phones":{"8101":"101"}}""", Answer = "widget.json" }],
            Check = static result =>
            {
                var widget = Assert.IsType<Widget>(result);
                Assert.Equal(301, widget.Id);
                Assert.Equal("101", widget.Settings!.Value.GetProperty("phones").GetProperty("8101").GetString());
            },
        },
        new()
        {
            Name = "amocrm_install_widget: without settings",
            Call = static async amo => await amo.Widgets.InstallAsync("verba_pbx"),
            Arguments = """{"widget_code":"verba_pbx"}""",
            Exchanges = [new("POST /api/v4/widgets/verba_pbx") { Body = "{}", Answer = "widget.json" }],
            Check = static result => Assert.Equal("verba_pbx", Assert.IsType<Widget>(result).Code),
        },
        new()
        {
            Name = "amocrm_uninstall_widget",
            Call = static async amo => await amo.Widgets.UninstallAsync("verba_pbx"),
            Arguments = """{"code":"verba_pbx"}""",
            Exchanges = [new("DELETE /api/v4/widgets/verba_pbx") { Status = 204 }],
            Check = static result => Assert.IsType<NoContent>(result),
        },
        new()
        {
            Name = "amocrm_uninstall_widget: by the legacy name",
            Call = static async amo => await amo.Widgets.UninstallAsync("verba_pbx"),
            Arguments = """{"widget_code":"verba_pbx"}""",
            Exchanges = [new("DELETE /api/v4/widgets/verba_pbx") { Status = 204 }],
            Check = static result => Assert.IsType<NoContent>(result),
        },
    ];
}
