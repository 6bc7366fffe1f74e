using System.Net;

namespace AmoCrm.Emulator.Tests.Widgets;

public sealed class WidgetTests : EmulatorTest
{
    private const string Settings = """{"login":"l","password":"p","phones":{"8001001":"101"},"script_path":"https://example.com/"}""";

    [Fact]
    public async Task A_widget_is_installed_by_its_settings_and_uninstalled()
    {
        var installed = await PostAsync("widgets/demo_telephony", Settings);
        Assert.Equal(HttpStatusCode.OK, installed.Status);
        Assert.True(installed.Json["is_active_in_account"]!.GetValue<bool>());
        Assert.Equal(Settings, installed.Json["settings"]!.ToJsonString());
        Assert.False((await GetAsync("widgets/demo_telephony")).Json.AsObject().ContainsKey("settings"));
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync("widgets/demo_telephony")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await DeleteAsync("widgets/demo_telephony")).Status);
        Assert.False((await GetAsync("widgets/demo_telephony")).Json["is_active_in_account"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Wrong_settings_and_unknown_widgets_are_refused()
    {
        Assert.Equal(["FieldNotExpected colour", "FieldMissing login", "FieldMissing password", "FieldMissing phones", "FieldMissing script_path"], (await PostAsync("widgets/demo_telephony", """{"colour":"a"}""")).Errors());
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("widgets/nothing")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("widgets/nothing", "{}")).Status);
    }

    [Fact]
    public async Task The_list_is_paged()
    {
        Assert.Equal(2, (await GetAsync("widgets")).Items("widgets").Count);
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("widgets?page=2")).Status);
    }
}
