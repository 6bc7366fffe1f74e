using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Benchmarks.StartPlain;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Lead))]
internal sealed partial class LeadJsonContext : JsonSerializerContext;
