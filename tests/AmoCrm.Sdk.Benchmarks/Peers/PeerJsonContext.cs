using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Benchmarks.Peers.Models;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>The models of the baseline and the peers, by System.Text.Json's source generator as it comes: the value of a custom field, which is a text, a number or a flag, is read as a <see cref="JsonElement"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UnixTimeConverter)])]
[JsonSerializable(typeof(LeadPageDto))]
[JsonSerializable(typeof(LeadDto))]
[JsonSerializable(typeof(List<NewLeadDto>))]
[JsonSerializable(typeof(LeadPatchDto))]
[JsonSerializable(typeof(CreatedPageDto))]
[JsonSerializable(typeof(ProblemDto))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(bool))]
internal sealed partial class PeerJsonContext : JsonSerializerContext
{
    /// <summary>For what is sent: letters as they are, as the SDK writes them, and not six bytes for each.</summary>
    public static PeerJsonContext Sending => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null });
}
