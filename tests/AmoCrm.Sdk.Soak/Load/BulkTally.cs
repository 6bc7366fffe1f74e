using System.Globalization;
using System.Text.Json.Nodes;
using AmoCrm.Emulator;

namespace AmoCrm.Sdk.Soak.Load;

/// <summary>What was told of each item, against what there is.</summary>
internal sealed class BulkTally
{
    private readonly Dictionary<long, (BulkOutcomeKind Kind, long? Id)> _outcomes = [];
    private readonly List<string> _disorder = [];
    private int _duplicates;
    private int _lost;
    private int _unknownCreated;

    public static string NameOf(int number) => $"Lead {number.ToString(CultureInfo.InvariantCulture)}";

    public void Add(BulkOutcome outcome)
    {
        if (outcome.Index != _outcomes.Count)
        {
            _disorder.Add($"the outcome of {outcome.Index} came as number {_outcomes.Count}");
        }

        _outcomes[outcome.Index] = (outcome.Kind, outcome.Id);
    }

    public void Judge(SoakRun run, int count, IReadOnlyList<EmulatorEntity> there, Func<int, bool> isBad)
    {
        run.Expect(_disorder.Count == 0, $"not in order: {string.Join("; ", _disorder.Take(3))}");
        run.Expect(_outcomes.Count == count, $"{_outcomes.Count} outcomes for {count} items");
        var byName = there.ToLookup(static entity => entity.Name, static entity => entity.Id, StringComparer.Ordinal);
        for (var number = 0; number < count; number++)
        {
            Judge(run, number, [.. byName[NameOf(number)]], isBad(number));
        }

        run.Expect(there.Count == byName.Count, $"{there.Count} leads of {byName.Count} names");
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["silent_duplicates"] = _duplicates, ["silent_losses"] = _lost, ["unknown_that_were_created"] = _unknownCreated };
        foreach (var kind in Enum.GetValues<BulkOutcomeKind>())
        {
            json[kind.ToString().ToLowerInvariant()] = _outcomes.Values.Count(outcome => outcome.Kind == kind);
        }

        return json;
    }

    private void Judge(SoakRun run, int number, long[] there, bool isBad)
    {
        var (kind, id) = _outcomes.GetValueOrDefault(number);
        if (there.Length > 1)
        {
            _duplicates++;
            run.Expect(false, $"item {number} is there {there.Length} times");
        }

        switch (kind)
        {
            case BulkOutcomeKind.Succeeded when there.Length != 1 || there[0] != id:
                _lost++;
                run.Expect(false, $"item {number} was told to be {id} and is {string.Join(", ", there)}");
                break;
            case BulkOutcomeKind.Rejected when there.Length > 0 || !isBad:
                run.Expect(false, $"item {number} was told to be rejected");
                break;
            case BulkOutcomeKind.NotSent:
                run.Expect(false, $"item {number} was not sent");
                break;
            case BulkOutcomeKind.Unknown:
                _unknownCreated += there.Length;
                break;
        }
    }
}
