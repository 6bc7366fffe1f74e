using AmoCrm.Sdk.Fuzzing.Oracles;

namespace AmoCrm.Sdk.Fuzzing;

/// <summary>Something that reads what comes from outside, and what must hold whatever comes.</summary>
internal abstract class FuzzTarget
{
    /// <summary>What the command line and the folder of the corpus call it.</summary>
    public abstract string Name { get; }

    /// <summary>Words that its inputs are made of, besides those of its corpus.</summary>
    public virtual IEnumerable<string> Words => [];

    /// <summary>What the first line of an input may name; null where it names nothing.</summary>
    public virtual IReadOnlyCollection<string>? Labels => null;

    /// <summary>Inputs of one shape in any size: deep, long, or of many parts.</summary>
    public virtual IReadOnlyList<GrowingInput> Growing => GrowingInput.Json;

    /// <summary>Reads the input. Throws <see cref="FuzzFailureException"/> where something does not hold; an exception that is not documented is a finding, too.</summary>
    public abstract ValueTask RunAsync(byte[] input);
}
