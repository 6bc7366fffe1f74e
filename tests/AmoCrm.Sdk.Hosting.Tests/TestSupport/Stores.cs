namespace AmoCrm.Sdk.Hosting.Tests.TestSupport;

/// <summary>Puts agents into a store in the state that a test is about.</summary>
internal static class Stores
{
    public static async Task GiveAsync(this IAmoCrmTokenStore store, string agentId, AmoCrmSettings settings, Func<AmoCrmTokenRecord, AmoCrmTokenNotes>? notes = null)
    {
        await store.SaveAsync(agentId, settings);
        if (notes is not null)
        {
            var read = await store.ReadTokensAsync(agentId);
            Assert.True(await store.TryWriteTokensAsync(agentId, read, read with { Notes = notes(read) }));
        }
    }

    public static AmoCrmTokenNotes Spent(AmoCrmTokenRecord record, AmoCrmSpendingState state) =>
        record.Notes with { Spending = new AmoCrmTokenSpending(TokenFingerprint.Of(record.Settings), "me", record.ReadAt, 1, state) };
}
