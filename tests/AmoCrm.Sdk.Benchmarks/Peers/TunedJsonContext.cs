using System.Text.Json.Serialization;
using AmoCrm.Sdk.Benchmarks.Peers.Models;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>The same models, by somebody who has measured: with a converter for the values of custom fields.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UnixTimeConverter), typeof(ScalarConverter)])]
[JsonSerializable(typeof(LeadPageDto))]
[JsonSerializable(typeof(LeadDto))]
internal sealed partial class TunedJsonContext : JsonSerializerContext;
