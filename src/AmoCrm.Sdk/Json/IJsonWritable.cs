using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>A value that writes itself as amoCRM spells it.</summary>
internal interface IJsonWritable
{
    void WriteTo(Utf8JsonWriter writer);
}
