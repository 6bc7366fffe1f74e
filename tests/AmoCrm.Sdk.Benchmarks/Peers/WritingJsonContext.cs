using System.Text.Json;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Benchmarks.Peers.Models;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>The models that are written, by somebody who has measured: a converter among the options would keep the generated writers from being used.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization | JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(List<NewLeadDto>))]
[JsonSerializable(typeof(LeadPatchDto))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(bool))]
internal sealed partial class WritingJsonContext : JsonSerializerContext;
