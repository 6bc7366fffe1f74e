using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Dispatch;

/// <summary>A filter as the generator would emit it.</summary>
internal sealed class ThingFilter : IJsonModel<ThingFilter>, IKeepsUnknown
{
    public IReadOnlyList<long>? Id { get; set; }

    public long? UpdatedFrom { get; set; }

    public AdditionalData? AdditionalData { get; set; }

    public static ThingFilter? ReadFrom(ref Utf8JsonReader reader)
    {
        if (!JsonRead.StartObject(ref reader))
        {
            return null;
        }

        var filter = new ThingFilter();
        AdditionalData? additional = null;
        while (JsonRead.NextMember(ref reader, out var name))
        {
            if (name.SequenceEqual("id"u8))
            {
                filter.Id = JsonRead.List(ref reader, static (ref Utf8JsonReader json) => JsonRead.Int64(ref json));
            }
            else if (name.SequenceEqual("updated_at"u8))
            {
                filter.UpdatedFrom = ReadUpdatedFrom(ref reader);
            }
            else
            {
                AdditionalData.Add(ref additional, name, ref reader);
            }
        }

        filter.AdditionalData = additional;
        return filter;
    }

    public void WriteTo(Utf8JsonWriter writer) => throw new NotSupportedException("No test writes a filter.");

    private static long? ReadUpdatedFrom(ref Utf8JsonReader reader)
    {
        long? from = null;
        if (!JsonRead.StartObject(ref reader))
        {
            return null;
        }

        while (JsonRead.NextMember(ref reader, out _))
        {
            from = JsonRead.Int64(ref reader);
        }

        return from;
    }
}
