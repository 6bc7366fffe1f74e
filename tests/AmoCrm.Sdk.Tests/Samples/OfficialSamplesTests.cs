using System.Text.Json.Nodes;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Samples;

/// <summary>
/// The JSON samples of the official pages, from the folder that AMOCRM_SAMPLES names: our models keep every member of an answer, and the SDK can send every request. A sample
/// of something the SDK does not offer is in <see cref="SamplesNotCovered"/> with its reason; a page that nobody has decided about fails.
/// </summary>
public sealed class OfficialSamplesTests
{
    private const string Plural = "the answer to a call names the type in the singular; EntityType is the plural everywhere";

    // What our models read and write differently, with the reason.
    private static readonly Dictionary<string, string> Equivalences = new(StringComparer.Ordinal)
    {
        [".result: a list of 0 became nothing"] = "a task without an outcome has an empty list where others have an object; ours is null",
        [".entity_type: \"lead\" became \"leads\""] = Plural,
        [".entity_type: \"contact\" became \"contacts\""] = Plural,
        [".entity_type: \"company\" became \"companies\""] = Plural,
        [".entity_type: \"customer\" became \"customers\""] = Plural,
        [".request_id: 0 became \"0\""] = "one sample has the request id as a number; everywhere else it is a text",
    };

    // What no model declares and AdditionalData keeps, with the reason.
    private static readonly Dictionary<string, string> Undeclared = new(StringComparer.Ordinal)
    {
        ["CustomFieldChoice.enum"] = "the old name of enum_code, which only old answers have: EnumCode reads it, and it is written back as it came",
    };

    [Fact]
    public void EveryAnswerIsReadWithoutLosingAMember()
    {
        var lost = new List<string>();
        foreach (var sample in Covered(static sample => !sample.IsRequest))
        {
            foreach (var (item, codec) in SampleModels.Of(sample))
            {
                var (_, written) = codec.RoundTrip(item);
                lost.AddRange(JsonDifference.Lost(item, written).Where(static line => !Equivalences.Keys.Any(known => line.EndsWith(known, StringComparison.Ordinal))).Select(line => $"{sample} {line}"));
            }
        }

        AssertNone(lost);
    }

    [Fact]
    public void WhatNoModelDeclaresIsListedWithItsReason()
    {
        var kept = Covered(static sample => !sample.IsRequest)
            .SelectMany(static sample => SampleModels.Of(sample).SelectMany(piece => UndeclaredMembers.Of(piece.Codec.RoundTrip(piece.Item).Model).Select(member => (Member: member, Sample: sample))))
            .ToLookup(static found => found.Member, static found => found.Sample, StringComparer.Ordinal);
        AssertNone(kept.Where(static found => !Undeclared.ContainsKey(found.Key)).Select(static found => $"{found.Key} in {found.First()}"));
        AssertNone(Undeclared.Keys.Where(member => !kept.Contains(member)).Select(static member => $"{member} is declared or gone: take it off the list"));
    }

    [Fact]
    public async Task EveryRequestCanBeSent()
    {
        var different = new List<string>();
        foreach (var sample in Covered(static sample => sample.IsRequest))
        {
            foreach (var call in SampleRequests.Of(sample))
            {
                var body = await SentBody.OfAsync(call.Handler, call.Arguments, TestContext.Current.CancellationToken);
                var sent = body is JsonArray items ? Assert.Single(items) : body;
                different.AddRange(JsonDifference.Between(call.Expected, sent).Select(line => $"{sample} by {call.Handler}: {line}"));
            }
        }

        AssertNone(different);
    }

    [Fact]
    public void EveryListedPageIsThere()
    {
        var folders = Sample.All().Select(static sample => sample.Folder).ToHashSet(StringComparer.Ordinal);
        AssertNone(SamplesNotCovered.Pages.Where(page => !folders.Contains(page)));
    }

    private static List<Sample> Covered(Func<Sample, bool> isOfKind)
    {
        var covered = Sample.All().Where(isOfKind).Where(static sample => SamplesNotCovered.Reason(sample) is null).ToList();
        Assert.NotEmpty(covered);
        return covered;
    }

    private static void AssertNone(IEnumerable<string> problems) => Assert.True(!problems.Any(), string.Join(Environment.NewLine, problems));
}
