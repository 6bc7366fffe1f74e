using AmoCrm.Emulator;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Bulk;

/// <summary>What amoCRM does with a batch that has a bad item is not known: the emulator does it each way, and each outcome is what is there.</summary>
public sealed class BulkOverEmulatorTests
{
    private const int Bad = 3;
    private static readonly string[] Names = ["Kitchen", "Wardrobe", "Shelf", "Table", "Chair"];

    [Theory]
    [InlineData(InvalidBatchItem.RefusesAll)]
    [InlineData(InvalidBatchItem.CreatesTheRest)]
    [InlineData(InvalidBatchItem.Unnamed)]
    public async Task Each_outcome_is_what_is_there(InvalidBatchItem what)
    {
        await using var crm = await AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { Seed = false }, TestContext.Current.CancellationToken);
        crm.Behaviour.InvalidBatchItem = what;
        var kinds = new List<BulkOutcomeKind>();
        var created = new List<long?>();
        await using var amo = Client(crm);

        await foreach (var outcome in amo.Leads.BulkCreateAsync(Names.Select(static (name, place) => new CreateLeadRequest { Name = name, StatusId = place == Bad ? 999_999_999 : null }), cancellationToken: TestContext.Current.CancellationToken))
        {
            kinds.Add(outcome.Kind);
            created.Add(outcome.Id);
        }

        var there = crm.GetEntities("leads").ToDictionary(static lead => lead.Name!, static lead => (long?)lead.Id, StringComparer.Ordinal);
        if (what == InvalidBatchItem.Unnamed)
        {
            // Nobody is named, and what was created is not told: nobody can know, and nothing is sent again.
            Assert.All(kinds, static kind => Assert.Equal(BulkOutcomeKind.Unknown, kind));
            Assert.Equal(Names.Where(static (_, place) => place != Bad).Order(StringComparer.Ordinal), there.Keys.Order(StringComparer.Ordinal));
            Assert.Single(crm.Requests, static request => request.Method == "POST");
            return;
        }

        Assert.Equal(Names.Select(static (_, place) => place == Bad ? BulkOutcomeKind.Rejected : BulkOutcomeKind.Succeeded), kinds);
        Assert.Equal(Names.Select(name => there.GetValueOrDefault(name)), created);
        Assert.Equal(what == InvalidBatchItem.RefusesAll ? 2 : 1, crm.Requests.Count(static request => request.Method == "POST"));
    }

    private static AmoCrmClient Client(AmoCrmEmulator crm) => new(new AmoCrmClientOptions
    {
        SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = crm.Host, AccessToken = crm.AccessToken }),
        EmulatorAddress = crm.BaseAddress,
    }.OneAttempt());
}
