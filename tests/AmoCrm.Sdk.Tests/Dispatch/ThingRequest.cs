using System.Text.Json;

namespace AmoCrm.Sdk.Tests.Dispatch;

internal sealed class ThingRequest
{
    public long Id { get; set; }

    public string? Name { get; set; }

    public decimal? Price { get; set; }

    public bool WasPriceAssigned { get; set; }

    public bool WasNameAssigned { get; set; }

    public IReadOnlyList<string>? With { get; set; }

    public IReadOnlyList<long>? UserIds { get; set; }

    public ThingFilter? Filter { get; set; }

    public JsonElement? Extra { get; set; }
}
