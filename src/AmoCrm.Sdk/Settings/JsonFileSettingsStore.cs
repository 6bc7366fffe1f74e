using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk;

/// <summary>Settings in a JSON file: one document <c>{ "agent_id", "settings": { … } }</c>, or an array of them. The store that is used where no other is chosen.</summary>
/// <remarks>The file is replaced as a whole, so that no reader sees half of it, and belongs to its user only (mode 0600 on Unix).</remarks>
public sealed class JsonFileSettingsStore : IAmoCrmSettingsStore, IDisposable
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Makes a store over a file; the file need not exist yet.</summary>
    /// <param name="path">The file.</param>
    /// <value>Null means <see cref="DefaultPath"/>.</value>
    public JsonFileSettingsStore(string? path = null)
    {
        Path = path ?? DefaultPath;
    }

    /// <summary>The user's own file: <c>amocrm/settings.json</c> in the folder for applications' data (<c>~/.config</c>, <c>%APPDATA%</c>).</summary>
    public static string DefaultPath => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "amocrm", "settings.json");

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAgentsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (await ReadAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            yield break;
        }

        foreach (var agent in Documents(root).Where(SettingsDocument.HasSetting).Select(SettingsDocument.AgentOf).Distinct(StringComparer.Ordinal))
        {
            yield return agent;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        var root = await ReadAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new AmoCrmConfigurationException(
                $"There is no settings file {Path} for agent '{agentId}'. Write it with 'amocrm settings set', or choose another {nameof(AmoCrmClientOptions.SettingsResolver)}.");
        return SettingsDocument.Read(Find(root, agentId) ?? throw UnknownAgent(root, agentId), agentId, Path);
    }

    /// <inheritdoc/>
    public async Task SaveAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        ArgumentNullException.ThrowIfNull(settings);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var root = await ReadAsync(cancellationToken).ConfigureAwait(false);
            var document = root is null ? null : Find(root, agentId);
            if (document is null)
            {
                document = [];
                root = Append(root, document);
            }

            SettingsDocument.Write(document, agentId, settings);
            await PrivateFile.ReplaceAsync(Path, root!, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AmoCrmSettingsStoreException($"The settings file {Path} cannot be written: check the rights to it and its folder.", exception);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    private async Task<JsonNode?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, useAsync: true);
            await using (stream.ConfigureAwait(false))
            {
                return await JsonNode.ParseAsync(stream, documentOptions: Lenient, cancellationToken: cancellationToken).ConfigureAwait(false)
                    ?? throw new AmoCrmConfigurationException($"The settings file {Path} holds null: it has to hold a JSON object.");
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException exception)
        {
            // The parser's own message may quote the file, which holds secrets.
            throw new AmoCrmConfigurationException($"The settings file {Path} is not JSON: see line {exception.LineNumber + 1}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AmoCrmSettingsStoreException($"The settings file {Path} cannot be read: check the rights to it.", exception);
        }
    }

    private JsonObject? Find(JsonNode root, string agentId)
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
                : throw new AmoCrmConfigurationException($"The settings file {Path} holds agent '{agentId}' twice: remove one of the documents.");
        }

        return found;
    }

    private IEnumerable<JsonObject> Documents(JsonNode root) => root switch
    {
        JsonObject document => [document],
        JsonArray documents => documents.OfType<JsonObject>(),
        _ => throw new AmoCrmConfigurationException(
            $"The settings file {Path} holds neither an object {{ \"agent_id\", \"settings\" }} nor an array of them."),
    };

    private AmoCrmConfigurationException UnknownAgent(JsonNode root, string agentId) => new(
        $"The settings file {Path} holds no agent '{agentId}'; it holds {string.Join(", ", Documents(root).Select(static document => $"'{SettingsDocument.AgentOf(document)}'"))}. "
        + $"Add it with 'amocrm settings set', or choose another {nameof(AmoCrmClientOptions.AgentId)}.");

    private static JsonNode Append(JsonNode? root, JsonObject document)
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
}
