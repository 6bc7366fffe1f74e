using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Benchmarks.Peers;
using AmoCrm.Sdk.Benchmarks.Peers.Models;

namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>Whether leads that were read have every value that was in the JSON: written again, they are the same but for the links, which no way reads.</summary>
internal static class ReadLeads
{
    private const string Links = "_links";

    public static void IsThatOf(byte[] json, string way, Lead lead) => SameWork.Json(way, json, Written(lead), Links);

    public static void IsThatOf(byte[] json, string way, LeadDto lead) => SameWork.Json(way, json, JsonSerializer.SerializeToUtf8Bytes(lead, PeerJsonContext.Default.LeadDto), Links);

    public static void AreThoseOf(byte[] page, string way, IReadOnlyList<Lead> leads)
    {
        var items = JsonNode.Parse(page)!["_embedded"]!["leads"]!.AsArray();
        SameWork.Value(way, items.Count, leads.Count);
        for (var i = 0; i < items.Count; i++)
        {
            SameWork.Json(way, JsonSerializer.SerializeToUtf8Bytes(items[i]), Written(leads[i]), Links);
        }
    }

    public static void AreThoseOf(byte[] page, string way, LeadPageDto leads) =>
        SameWork.Json(way, page, JsonSerializer.SerializeToUtf8Bytes(leads, PeerJsonContext.Default.LeadPageDto), Links);

    public static byte[] Written(Lead lead)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            lead.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
