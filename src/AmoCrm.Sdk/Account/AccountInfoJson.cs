using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads <see cref="AccountInfo"/> from the answer of <c>GET /api/v4/account</c>.</summary>
internal static class AccountInfoJson
{
    public static AccountInfo Read(ref Utf8JsonReader reader)
    {
        if (!JsonRead.StartObject(ref reader))
        {
            throw JsonRead.Unexpected(ref reader, "the account");
        }

        var isFilterEnabled = false;
        Embedded embedded = default;
        while (JsonRead.NextMember(ref reader))
        {
            switch (JsonRead.NameLength(ref reader))
            {
                case 21 when reader.ValueTextEquals("is_api_filter_enabled"u8):
                    JsonRead.Advance(ref reader);
                    isFilterEnabled = JsonRead.BoolOrNull(ref reader) ?? false;
                    break;
                case 9 when reader.ValueTextEquals("_embedded"u8):
                    JsonRead.Advance(ref reader);
                    embedded = ReadEmbedded(ref reader);
                    break;
                default:
                    JsonRead.SkipMember(ref reader);
                    break;
            }
        }

        return new AccountInfo(isFilterEnabled, embedded.TimeZone, embedded.TaskTypes ?? []);
    }

    private static Embedded ReadEmbedded(ref Utf8JsonReader reader)
    {
        Embedded embedded = default;
        if (!JsonRead.StartObject(ref reader))
        {
            return embedded;
        }

        while (JsonRead.NextMember(ref reader))
        {
            switch (JsonRead.NameLength(ref reader))
            {
                case 10 when reader.ValueTextEquals("task_types"u8):
                    JsonRead.Advance(ref reader);
                    embedded.TaskTypes = JsonRead.List(ref reader, ReadTaskType);
                    break;
                case 17 when reader.ValueTextEquals("datetime_settings"u8):
                    JsonRead.Advance(ref reader);
                    embedded.TimeZone = ReadTimeZone(ref reader);
                    break;
                default:
                    JsonRead.SkipMember(ref reader);
                    break;
            }
        }

        return embedded;
    }

    private static AccountTaskType? ReadTaskType(ref Utf8JsonReader reader)
    {
        long? id = null;
        string? name = null, code = null;
        if (!JsonRead.StartObject(ref reader))
        {
            return null;
        }

        while (JsonRead.NextMember(ref reader))
        {
            switch (JsonRead.NameLength(ref reader))
            {
                case 2 when reader.ValueTextEquals("id"u8):
                    JsonRead.Advance(ref reader);
                    id = JsonRead.Int64OrNull(ref reader);
                    break;
                case 4 when reader.ValueTextEquals("name"u8):
                    JsonRead.Advance(ref reader);
                    name = JsonRead.String(ref reader);
                    break;
                case 4 when reader.ValueTextEquals("code"u8):
                    JsonRead.Advance(ref reader);
                    code = JsonRead.String(ref reader);
                    break;
                default:
                    JsonRead.SkipMember(ref reader);
                    break;
            }
        }

        return id is { } known ? new AccountTaskType(known, name, code) : null;
    }

    private static AccountTimeZone? ReadTimeZone(ref Utf8JsonReader reader)
    {
        string? name = null, offset = null;
        if (!JsonRead.StartObject(ref reader))
        {
            return null;
        }

        while (JsonRead.NextMember(ref reader))
        {
            switch (JsonRead.NameLength(ref reader))
            {
                case 8 when reader.ValueTextEquals("timezone"u8):
                    JsonRead.Advance(ref reader);
                    name = JsonRead.String(ref reader);
                    break;
                case 15 when reader.ValueTextEquals("timezone_offset"u8):
                    JsonRead.Advance(ref reader);
                    offset = JsonRead.String(ref reader);
                    break;
                default:
                    JsonRead.SkipMember(ref reader);
                    break;
            }
        }

        return AccountTimeZone.From(name, offset);
    }

    private struct Embedded
    {
        public AccountTimeZone? TimeZone;
        public IReadOnlyList<AccountTaskType>? TaskTypes;
    }
}
