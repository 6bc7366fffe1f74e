using System.Diagnostics;
using AmoCrm.Emulator;
using AmoCrm.Sdk.Soak.Workers;

namespace AmoCrm.Sdk.Soak.Kill;

/// <summary>Makes a process refresh an agent's tokens, and kills it at a moment of that.</summary>
internal static class Victim
{
    /// <summary>How long a token call is held up in which a process is to die: longer than the killing takes.</summary>
    public static readonly TimeSpan HeldUp = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Repeating = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan UntilBytesLeft = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LongestRandom = TimeSpan.FromMilliseconds(150);

    /// <summary>Lets the process die.</summary>
    /// <returns>False when it never came to the moment.</returns>
    public static async Task<bool> DieAsync(WorkerProcess worker, TestCrm crm, string agentId, KillMoment moment)
    {
        var order = new WorkerOrder { Action = WorkerAction.Prepare, AgentId = agentId, IsNewClient = true, Ahead = crm.Ahead, RepeatFor = Repeating };
        if (moment.Point is not { } point)
        {
            await worker.PrepareAsync(order);
            await worker.BeginAsync();
            await Task.Delay(LongestRandom * Random.Shared.NextDouble());
            await worker.KillAsync();
            return true;
        }

        if (moment.Fault is not { } fault)
        {
            await worker.PrepareAsync(order with { DieAt = point });
            return await worker.TryGoAsync() is null;
        }

        var before = crm.Refreshes.Count;
        crm.TokenRouteHas(fault, HeldUp);
        await worker.PrepareAsync(order with { TellAt = point });
        var isThere = await worker.GoUntilAsync(point);
        if (isThere)
        {
            await InCallAsync(crm, fault, before);
        }

        await worker.KillAsync();
        await SettleAsync(crm, fault);
        return isThere;
    }

    // An execution is seen at once; of a request that has only arrived nobody tells.
    private static async Task InCallAsync(TestCrm crm, EmulatorFaultKind fault, int before)
    {
        var started = Stopwatch.GetTimestamp();
        var limit = fault == EmulatorFaultKind.SlowAnswer ? HeldUp : UntilBytesLeft;
        while (crm.Refreshes.Count == before && Stopwatch.GetElapsedTime(started) < limit)
        {
            await Task.Delay(5);
        }
    }

    private static async Task SettleAsync(TestCrm crm, EmulatorFaultKind fault)
    {
        if (fault != EmulatorFaultKind.SlowAnswer)
        {
            await Task.Delay(HeldUp);
        }

        crm.TokenRouteHeals();
    }
}
