namespace AmoCrm.Emulator.Widgets;

/// <summary>The widgets that an account sees, and the settings of those installed.</summary>
internal sealed class WidgetStore
{
    private readonly Dictionary<string, JsonObject> _settings = new(StringComparer.Ordinal);

    public List<JsonObject> All { get; } = [];

    public JsonObject? Find(string code) => All.Find(widget => widget.Text("code") == code);

    public JsonObject? SettingsOf(string code) => _settings.GetValueOrDefault(code);

    public void Install(JsonObject widget, JsonObject settings)
    {
        widget["is_active_in_account"] = true;
        _settings[widget.Text("code")!] = settings;
    }

    public void Uninstall(JsonObject widget)
    {
        widget["is_active_in_account"] = false;
        _settings.Remove(widget.Text("code")!);
    }
}
