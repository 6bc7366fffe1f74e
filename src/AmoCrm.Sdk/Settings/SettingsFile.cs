using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk;

/// <summary>The file of settings as it is read: one document, or an array of them. Errors name the file and the remedy, and never quote it, for it holds secrets.</summary>
/// <param name="path">The file.</param>
internal sealed class SettingsFile(string path)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public string Path => path;

    /// <summary>Reads all of it; null when there is no file.</summary>
    public async Task<JsonNode?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, useAsync: true);
            await using (stream.ConfigureAwait(false))
            {
                var root = await JsonNode.ParseAsync(stream, documentOptions: Lenient, cancellationToken: cancellationToken).ConfigureAwait(false)
                    ?? throw new AmoCrmConfigurationException($"The settings file {path} holds null: it has to hold a JSON object.");
                CheckTexts(root);
                return root;
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException exception)
        {
            // The parser's own message may quote the file, which holds secrets.
            throw new AmoCrmConfigurationException($"The settings file {path} is not JSON: see line {exception.LineNumber + 1}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AmoCrmSettingsStoreException($"The settings file {path} cannot be read: check the rights to it.", exception);
        }
    }

    /// <summary>The document of an agent; null when there is none.</summary>
    public JsonObject? Find(JsonNode root, string agentId)
    {
        JsonObject? found = null;
        foreach (var document in Documents(root))
        {
            if (SettingsDocument.AgentOf(document) != agentId)
            {
                continue;
            }

            found = found is null
                ? document
                : throw new AmoCrmConfigurationException($"The settings file {path} holds agent '{agentId}' twice: remove one of the documents.");
        }

        return found;
    }

    /// <summary>The documents of all agents.</summary>
    public IEnumerable<JsonObject> Documents(JsonNode root) => root switch
    {
        JsonObject document => [document],
        JsonArray documents => documents.OfType<JsonObject>(),
        _ => throw new AmoCrmConfigurationException(
            $"The settings file {path} holds neither an object {{ \"agent_id\", \"settings\" }} nor an array of them."),
    };

    /// <summary>There is no file at all.</summary>
    public AmoCrmConfigurationException IsNot(string agentId) => new(
        $"There is no settings file {path} for agent '{agentId}'. Write it with 'amocrm settings set', or choose another {nameof(AmoCrmClientOptions.SettingsResolver)}.");

    /// <summary>The file holds other agents only.</summary>
    public AmoCrmConfigurationException HasNot(JsonNode root, string agentId) => new(
        $"The settings file {path} holds no agent '{agentId}'; it holds {string.Join(", ", Documents(root).Select(static document => $"'{SettingsDocument.AgentOf(document)}'"))}. "
        + $"Add it with 'amocrm settings set', or choose another {nameof(AmoCrmClientOptions.AgentId)}.");

    /// <summary>The content with one document more.</summary>
    public static JsonNode Append(JsonNode? root, JsonObject document)
    {
        switch (root)
        {
            case null:
                return document;
            case JsonArray documents:
                documents.Add((JsonNode)document);
                return documents;
            default:
                return new JsonArray(root, document);
        }
    }

    // The parser tells of members that are there twice, and of texts that are half of a surrogate pair, when they are looked at for the first time: better here than in the middle of a writing.
    private void CheckTexts(JsonNode root)
    {
        try
        {
            ReadTexts(root);
        }
        catch (ArgumentException)
        {
            throw new AmoCrmConfigurationException($"The settings file {path} has an object with the same member twice, and nobody can tell which counts: remove one.");
        }
        catch (InvalidOperationException)
        {
            throw new AmoCrmConfigurationException($"The settings file {path} holds a text that is not valid Unicode: look for \\ud8 to \\udf without its other half.");
        }
    }

    private static void ReadTexts(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, member) in members)
                {
                    ReadTexts(member);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    ReadTexts(item);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                value.GetValue<string>();
                break;
        }
    }
}
