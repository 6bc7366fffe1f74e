using System.Diagnostics;
using AmoCrm.Emulator;
using AmoCrm.Sdk.Soak.Workers;

namespace AmoCrm.Sdk.Soak.Kill;

/// <summary>Makes a process refresh an agent's tokens, and kills it at a moment of that.</summary>
internal static class Victim
{
    /// <summary>How long a token call is held up in which a process is to die: longer than the killing takes.</summary>
    public static readonly TimeSpan HeldUp = TimeSpan.FromMilliseconds(500);

    private const int Attempts = 5;

    private static readonly TimeSpan Repeating = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan UntilBytesLeft = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan LongestRandom = TimeSpan.FromMilliseconds(150);

    /// <summary>Lets the process die.</summary>
    /// <returns>False when it never came to the moment.</returns>
    public static async Task<bool> DieAsync(WorkerProcess worker, TestCrm crm, string agentId, KillMoment moment)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var order = new WorkerOrder { Action = WorkerAction.Prepare, AgentId = agentId, IsNewClient = true, Ahead = crm.Ahead, RepeatFor = Repeating };
            if (moment.Fault is { } fault)
            {
                crm.TokenRouteHas(fault, HeldUp);
            }

            await worker.PrepareAsync(order with { DieAt = moment.Fault is null ? moment.Point : null, TellAt = moment.Fault is null ? null : moment.Point });
            if (moment.Point is null)
            {
                await worker.BeginAsync();
                await Task.Delay(LongestRandom * Random.Shared.NextDouble());
                await worker.KillAsync();
                return true;
            }

            if (moment.Fault is null)
            {
                // Where a busy machine did not get to the point before the lease was over, another attempt does.
                if (await worker.TryGoAsync() is null)
                {
                    return true;
                }

                continue;
            }

            if (await worker.GoUntilAsync(moment.Point.Value))
            {
                await InCallAsync(crm, fault: moment.Fault.Value);
                await worker.KillAsync();
                await SettleAsync(crm, moment.Fault.Value);
                return true;
            }
        }

        return false;
    }

    // An execution is seen at once; of a request that has only arrived nobody tells.
    private static async Task InCallAsync(TestCrm crm, EmulatorFaultKind fault)
    {
        var before = crm.Refreshes.Count;
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
