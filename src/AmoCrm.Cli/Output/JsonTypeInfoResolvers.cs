using System.Text.Json.Serialization.Metadata;

namespace AmoCrm.Cli.Output;

/// <summary>Metadata for the node types only: nothing here serialises by reflection.</summary>
internal static class JsonTypeInfoResolvers
{
    public static IJsonTypeInfoResolver Nodes { get; } = JsonTypeInfoResolver.Combine();
}
