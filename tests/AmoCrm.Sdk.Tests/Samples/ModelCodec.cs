using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Samples;

/// <summary>Reads a piece of JSON into one of our models and writes the model back.</summary>
/// <param name="RoundTrip">The model that was read, and what it writes.</param>
internal sealed record ModelCodec(Func<JsonNode, (object Model, JsonNode Written)> RoundTrip)
{
    public static ModelCodec Of<T>()
        where T : class, IJsonModel<T> => new(static json =>
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json.ToJsonString()));
            Assert.True(reader.Read());
            var model = T.ReadFrom(ref reader);
            Assert.NotNull(model);
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                model.WriteTo(writer);
            }

            return (model, JsonNode.Parse(stream.ToArray())!);
        });
}
