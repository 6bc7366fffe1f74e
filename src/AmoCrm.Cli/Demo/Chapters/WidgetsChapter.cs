using System.Text.Json;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo.Chapters;

/// <summary>The telephony's widget is installed, and removed again.</summary>
internal sealed class WidgetsChapter : IDemoChapter
{
    private const string Widget = "demo_telephony";
    private const string Settings = """{"login": "salon", "password": "not-a-real-one", "phones": {"8001002": "101"}, "script_path": "https://example.com/script.js"}""";

    public string Title => "Widgets";

    public IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "amocrm_list_widgets",
            Typed: async (demo, token) =>
            {
                var widgets = await demo.CallAsync(amo => amo.Widgets.ListAsync(cancellationToken: token)).ConfigureAwait(false);
                Check.That(widgets.Items.Any(static widget => widget.Code == Widget), $"{Widget} is among the widgets");
                return $"{widgets.Items.Count} widgets";
            },
            ByName: async (demo, token) =>
            {
                var widgets = await demo.CallByNameAsync("""{"page": 1, "limit": 50}""", token).ConfigureAwait(false);
                widgets.At("items").ItemWith("code", Widget, "the telephony's widget");
                return $"{widgets.At("items").GetArrayLength()} widgets";
            }),
        new(
            "amocrm_install_widget",
            Typed: async (demo, token) =>
            {
                using var settings = JsonDocument.Parse(Settings);
                var request = new InstallWidgetRequest { Settings = settings.RootElement.Clone() };
                var widget = await demo.CallAsync(amo => amo.Widgets.InstallAsync(Widget, request, token)).ConfigureAwait(false);
                Check.That(widget.Code == Widget && widget.IsActiveInAccount == true, "the widget is installed");
                return Widget;
            },
            ByName: async (demo, token) =>
            {
                var widget = await demo.CallByNameAsync($$"""{"code": "{{Widget}}", "settings": {{Settings}}}""", token).ConfigureAwait(false);
                Check.That(widget.Flag("is_active_in_account"), "the widget is installed");
                return Widget;
            }),
        new(
            "amocrm_uninstall_widget",
            Typed: async (demo, token) =>
            {
                await demo.CallAsync(amo => amo.Widgets.UninstallAsync(Widget, token)).ConfigureAwait(false);
                await IsInactiveAsync(demo, token).ConfigureAwait(false);

                // The second telling removes it too.
                using var settings = JsonDocument.Parse(Settings);
                await demo.Amo.Widgets.InstallAsync(Widget, new InstallWidgetRequest { Settings = settings.RootElement.Clone() }, token).ConfigureAwait(false);
                return Widget;
            },
            ByName: async (demo, token) =>
            {
                await demo.CallByNameAsync($$"""{"widget_code": "{{Widget}}"}""", token).ConfigureAwait(false);
                await IsInactiveAsync(demo, token).ConfigureAwait(false);
                return Widget;
            }),
    ];

    private static async Task IsInactiveAsync(DemoTelling demo, CancellationToken token)
    {
        var widgets = await demo.Amo.Widgets.ListAsync(cancellationToken: token).ConfigureAwait(false);
        Check.That(widgets.Items.All(static widget => widget.Code != Widget || widget.IsActiveInAccount != true), "the widget is no longer installed");
    }
}
