namespace AmoCrm.Sdk.Fuzzing.Mutating;

/// <summary>Where the values of a JSON text are, as far as it can be read.</summary>
internal static class JsonSpans
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 1000 };

    public static List<Range> Find(ReadOnlySpan<byte> input)
    {
        var spans = new List<Range>();
        var offset = input.IndexOfAny((byte)'{', (byte)'[');
        if (offset < 0)
        {
            return spans;
        }

        var open = new Stack<int>();
        var reader = new Utf8JsonReader(input[offset..], Deep);
        try
        {
            while (reader.Read())
            {
                var start = offset + (int)reader.TokenStartIndex;
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push(start);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        spans.Add(open.Pop()..(start + 1));
                        break;
                    case JsonTokenType.PropertyName:
                        spans.Add(start..(start + reader.ValueSpan.Length + 2));
                        break;
                    default:
                        spans.Add(start..(offset + (int)reader.BytesConsumed));
                        break;
                }
            }
        }
        catch (JsonException)
        {
            // What was found until here is enough.
        }

        return spans;
    }
}
