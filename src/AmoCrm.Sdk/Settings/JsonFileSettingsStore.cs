using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk;

/// <summary>Settings in a JSON file: one document <c>{ "agent_id", "settings": { … } }</c>, or an array of them. The store that is used where no other is chosen.</summary>
/// <remarks>
/// The file is replaced as a whole, so that no reader sees half of it, and belongs to its user only (mode 0600 on Unix). Writers of all processes take turns by a lock
/// file beside it, <c>settings.json.lock</c>, which stays there. The lock is one of the operating system: give the file a local disk, for not every network file system has it.
/// </remarks>
public sealed class JsonFileSettingsStore : IAmoCrmTokenStore, IDisposable
{
    // The lock of the file is between processes; asking for it again and again is no way to queue inside one.
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SettingsFile _file;
    private readonly TimeProvider _time;

    /// <summary>Makes a store over a file; the file need not exist yet.</summary>
    /// <param name="path">The file; null means <see cref="DefaultPath"/>.</param>
    /// <param name="timeProvider">The store's clock, the same for all processes that share the file; null means that of the machine.</param>
    public JsonFileSettingsStore(string? path = null, TimeProvider? timeProvider = null)
    {
        _file = new SettingsFile(path ?? DefaultPath);
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The user's own file: <c>amocrm/settings.json</c> in the folder for applications' data (<c>~/.config</c>, <c>%APPDATA%</c>).</summary>
    public static string DefaultPath => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "amocrm", "settings.json");

    /// <summary>The file.</summary>
    public string Path => _file.Path;

    /// <summary>How long a writing waits for other processes that are writing the file.</summary>
    /// <value>By default 10 seconds: one writing takes milliseconds.</value>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAgentsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (await _file.ReadAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            yield break;
        }

        foreach (var agent in _file.Documents(root).Where(SettingsDocument.HasSetting).Select(SettingsDocument.AgentOf).Distinct(StringComparer.Ordinal))
        {
            yield return agent;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken) =>
        SettingsDocument.Read(await ReadDocumentAsync(agentId, cancellationToken).ConfigureAwait(false), agentId, Path);

    /// <inheritdoc/>
    public async Task<AmoCrmTokenRecord> ReadTokensAsync(string agentId, CancellationToken cancellationToken = default)
    {
        var now = _time.GetUtcNow();
        return TokenDocument.Read(await ReadDocumentAsync(agentId, cancellationToken).ConfigureAwait(false), agentId, Path, now);
    }

    /// <inheritdoc/>
    public async Task SaveAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        ArgumentNullException.ThrowIfNull(settings);
        await ChangeAsync(
            root =>
            {
                var document = root is null ? null : _file.Find(root, agentId);
                if (document is null)
                {
                    document = [];
                    root = SettingsFile.Append(root, document);
                }

                SettingsDocument.Write(document, agentId, settings);
                return root;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<bool> TryWriteTokensAsync(string agentId, AmoCrmTokenRecord expected, AmoCrmTokenRecord updated, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(updated);
        return ChangeAsync(
            root => root is not null && _file.Find(root, agentId) is { } document && TokenDocument.TryWrite(document, agentId, Path, expected, updated) ? root : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    private async Task<JsonObject> ReadDocumentAsync(string agentId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        var root = await _file.ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw _file.IsNot(agentId);
        return _file.Find(root, agentId) ?? throw _file.HasNot(root, agentId);
    }

    /// <summary>Reads the file, changes it and writes it, while nobody else does.</summary>
    /// <param name="change">Makes the new content of the old one; null for none, where nothing is to be written.</param>
    /// <param name="cancellationToken">Leaves the old content where it is.</param>
    /// <returns>Whether it was written.</returns>
    private async Task<bool> ChangeAsync(Func<JsonNode?, JsonNode?> change, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var target = PrivateFile.TargetOf(Path);
            var held = await FileLock.TakeAsync(target, started, LockTimeout, _time, cancellationToken).ConfigureAwait(false);
            await using (held.ConfigureAwait(false))
            {
                if (change(await _file.ReadAsync(cancellationToken).ConfigureAwait(false)) is not { } changed)
                {
                    return false;
                }

                await PrivateFile.ReplaceAsync(target, changed, cancellationToken).ConfigureAwait(false);
                return true;
            }
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
}
