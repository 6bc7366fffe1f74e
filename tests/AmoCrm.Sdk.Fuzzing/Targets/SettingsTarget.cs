using AmoCrm.Sdk.Fuzzing.Oracles;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>The file of settings, which people edit. Messages quote nothing of it, and what is written keeps what it does not know.</summary>
internal sealed class SettingsTarget : FuzzTarget
{
    private const string Agent = "default";

    private static readonly AmoCrmSettings New = new() { Subdomain = "mycompany", AccessToken = "access", RefreshToken = "refresh" };

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"amocrm-fuzz-settings-{Environment.ProcessId}.json");

    public override string Name => "settings";

    public override async ValueTask RunAsync(byte[] input)
    {
        await File.WriteAllBytesAsync(_file, input).ConfigureAwait(false);
        try
        {
            using var store = new JsonFileSettingsStore(_file, new FakeTimeProvider(FuzzClient.Now));
            var isRead = await IsDoneAsync(() => store.ResolveAsync(Agent, CancellationToken.None).AsTask()).ConfigureAwait(false);
            await IsDoneAsync(() => store.ReadTokensAsync(Agent)).ConfigureAwait(false);
            await IsDoneAsync(async () =>
            {
                await foreach (var agent in store.ListAgentsAsync().ConfigureAwait(false))
                {
                    FuzzFailureException.ThrowUnless(agent is not null, "Agents have names.");
                }
            }).ConfigureAwait(false);
            var isSaved = await IsDoneAsync(() => store.SaveAsync(Agent, New)).ConfigureAwait(false);
            FuzzFailureException.ThrowUnless(isSaved || !isRead, "What can be read can be written.");
            if (isSaved)
            {
                var saved = await store.ResolveAsync(Agent, CancellationToken.None).ConfigureAwait(false);
                FuzzFailureException.ThrowUnless(saved.Subdomain == New.Subdomain && saved.RefreshToken?.Reveal() == "refresh", "What was saved is read.");
            }
            else
            {
                var left = await File.ReadAllBytesAsync(_file).ConfigureAwait(false);
                FuzzFailureException.ThrowUnless(input.AsSpan().SequenceEqual(left), "A file that cannot be read stays as it is.");
            }
        }
        finally
        {
            File.Delete(_file);
            File.Delete(_file + ".lock");
        }
    }

    private static async Task<bool> IsDoneAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
            return true;
        }
        catch (AmoCrmException exception)
        {
            // The names of agents are told, so that one can be chosen; nothing else is.
            if (!exception.Message.Contains("it holds '", StringComparison.Ordinal))
            {
                Canary.ThrowIfIn(exception);
            }

            return false;
        }
    }
}
