using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Dispatch;

/// <summary>A filter as the generator would emit it.</summary>
internal sealed class ThingFilter
{
    public IReadOnlyList<long>? Id { get; set; }

    public long? UpdatedFrom { get; set; }

    public AdditionalData? AdditionalData { get; set; }

    public static ThingFilter? Read(ref Utf8JsonReader reader)
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
                filter.UpdatedFrom = ReadFrom(ref reader);
            }
            else
            {
                AdditionalData.Add(ref additional, name, ref reader);
            }
        }

        filter.AdditionalData = additional;
        return filter;
    }

    private static long? ReadFrom(ref Utf8JsonReader reader)
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
