using AmoCrm.Sdk.Fuzzing.Mutating;

namespace AmoCrm.Sdk.Fuzzing.Tests;

/// <summary>The first inputs that a seed makes of the corpus: the same in every run.</summary>
internal static class ChangedInputs
{
    public static IEnumerable<byte[]> Of(FuzzTarget target, int seed, int count)
    {
        var corpus = FuzzCorpus.Read(target);
        var random = new Random(seed);
        var mutator = new Mutator(random, MutationWords.Of(target, corpus));
        for (var i = 0; i < count; i++)
        {
            yield return mutator.Mutate(corpus[random.Next(corpus.Count)], corpus[random.Next(corpus.Count)]);
        }
    }
}
