using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>The same models by Newtonsoft.Json, from and to UTF-8 without a string in between.</summary>
internal static class NewtonsoftJson
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy() },
        Converters = [new UnixDateTimeConverter()],
        DateParseHandling = DateParseHandling.None,
        NullValueHandling = NullValueHandling.Ignore,
    });

    public static T? Read<T>(Stream json)
    {
        using var text = new StreamReader(json, Utf8);
        using var reader = new JsonTextReader(text);
        return Serializer.Deserialize<T>(reader);
    }

    public static void Write<T>(Stream json, T value)
    {
        using var text = new StreamWriter(json, Utf8, leaveOpen: true);
        using var writer = new JsonTextWriter(text);
        Serializer.Serialize(writer, value);
    }
}
