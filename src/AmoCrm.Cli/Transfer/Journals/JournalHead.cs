using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Cli.Transfer.Journals;

/// <summary>The first line of a journal: what it is of. A run of anything else must not go on with it.</summary>
/// <param name="members">What has to be the same.</param>
internal sealed class JournalHead(JsonObject members)
{
    private const int Version = 1;

    /// <summary>Writes the members of the line.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteNumber("journal", Version);
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            value!.WriteTo(writer);
        }
    }

    /// <summary>Sees to it that a journal is of this.</summary>
    /// <param name="line">The journal's first line.</param>
    /// <param name="path">The journal.</param>
    /// <exception cref="CliUsageException">It is of something else.</exception>
    public void Demand(JsonElement line, string path)
    {
        if (line.ValueKind != JsonValueKind.Object || !line.TryGetProperty("journal", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version)
        {
            throw new CliUsageException($"{path} is no journal of this version of amocrm. Move it away, or give --restart to overwrite it.");
        }

        string[] other = [.. members.Where(member => !IsSame(line, member.Key, member.Value)).Select(static member => member.Key)];
        if (other.Length > 0)
        {
            throw new CliUsageException(
                $"{path} is of another run: not the same {string.Join(", ", other)}. Give the same command and file as then to go on with that run, or --restart to begin anew.");
        }
    }

    private static bool IsSame(JsonElement line, string name, JsonNode? value) => line.TryGetProperty(name, out var noted) && JsonNode.DeepEquals(JsonNode.Parse(noted.GetRawText()), value);
}
