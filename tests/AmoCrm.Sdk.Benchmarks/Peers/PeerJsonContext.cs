using System.Text.Json.Serialization;
using AmoCrm.Sdk.Benchmarks.Peers.Models;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>The models of the baseline and the peers, by System.Text.Json's source generator.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UnixTimeConverter), typeof(ScalarConverter)])]
[JsonSerializable(typeof(LeadPageDto))]
[JsonSerializable(typeof(LeadDto))]
[JsonSerializable(typeof(List<NewLeadDto>))]
[JsonSerializable(typeof(LeadPatchDto))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(bool))]
internal sealed partial class PeerJsonContext : JsonSerializerContext;
