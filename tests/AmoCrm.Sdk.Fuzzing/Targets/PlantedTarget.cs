using AmoCrm.Sdk.Fuzzing.Oracles;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>A fault behind three branches of the SDK's own code: FuzzingTests shows that it is found.</summary>
/// <param name="name">The name.</param>
/// <param name="fault">What happens.</param>
internal sealed class PlantedTarget(string name, Action fault) : FuzzTarget
{
    public override string Name => name;

    public override IEnumerable<string> Words => [".kommo.com"];

    public override IReadOnlyList<GrowingInput> Growing => [];

    public static void Hang()
    {
        while (true)
        {
            // Until the watchdog ends the process.
        }
    }

    public static int Overflow(int depth) => depth < 0 ? depth : Overflow(depth + 1) + 1;

    public override ValueTask RunAsync(byte[] input)
    {
        if (AccountHost.TryParse(Encoding.UTF8.GetString(input), domain: null, out var host) && host.Domain == "kommo.com")
        {
            fault();
        }

        return ValueTask.CompletedTask;
    }
}
