namespace AmoCrm.Emulator.Webhooks;

/// <summary>The webhooks of an account, one for a destination.</summary>
internal sealed class WebhookStore
{
    public List<JsonObject> All { get; } = [];

    public JsonObject? Find(string destination) => All.Find(webhook => webhook.Text("destination") == destination);
}
