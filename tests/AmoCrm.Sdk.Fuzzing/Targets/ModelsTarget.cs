using System.Buffers;
using AmoCrm.Sdk.Fuzzing.Oracles;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>The readers of models, results, values and custom fields. The first line names the type.</summary>
internal sealed class ModelsTarget : FuzzTarget
{
    private static readonly string[] Names = [.. JsonCodec.All.Keys.Order(StringComparer.Ordinal)];

    public override string Name => "models";

    public override IReadOnlyCollection<string> Labels => Names;

    public override IEnumerable<string> Words => Names.Select(static name => name + "\n");

    public override IReadOnlyList<GrowingInput> Growing => [.. new[] { "Lead\n", "CustomFieldValues\n", "CustomFieldInput\n" }.SelectMany(GrowingInput.JsonBehind)];

    public override ValueTask RunAsync(byte[] input)
    {
        var labelled = LabelledInput.Parse(input);
        var codec = labelled.Choose(JsonCodec.All, Names);
        var json = labelled.Rest;
        var (isRead, value) = JsonReading.Read(new ReadOnlySequence<byte>(json), codec.Read);
        var written = value is null ? null : JsonReading.Write(value, codec.Write, json);
        foreach (var length in new[] { 1, 7, 64 })
        {
            var (isReadInPieces, same) = JsonReading.Read(JsonReading.InPieces(json, length), codec.Read);
            var sameWritten = same is null ? null : JsonReading.Write(same, codec.Write, json);
            FuzzFailureException.ThrowUnless(isRead == isReadInPieces && Equal(written, sameWritten), "What comes in pieces reads as the whole does.");
        }

        if (written is not null)
        {
            var (isReadAgain, again) = JsonReading.Read(new ReadOnlySequence<byte>(written), codec.Read);
            FuzzFailureException.ThrowUnless(isReadAgain, "What was written is read.");
            FuzzFailureException.ThrowUnless(again is not null && Equal(written, JsonReading.Write(again, codec.Write, written)), "Written, read and written again it is the same.");
        }

        return ValueTask.CompletedTask;
    }

    private static bool Equal(byte[]? left, byte[]? right) => left is null ? right is null : right is not null && left.AsSpan().SequenceEqual(right);
}
