using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Quick;

/// <summary>One way to do the work of a case, called many times in a row.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsBaseline">Whether the others are compared with it.</param>
/// <param name="RunAsync">Does the work so many times.</param>
internal sealed record Way(string Name, bool IsBaseline, Func<int, Task> RunAsync)
{
    /// <summary>The ways of a case: its methods with <see cref="BenchmarkAttribute"/>.</summary>
    public static IReadOnlyList<Way> Of(BenchmarkCase benchmark) =>
    [
        .. from method in benchmark.GetType().GetMethods()
           let attribute = method.GetCustomAttribute<BenchmarkAttribute>()
           where attribute is not null
           select new Way(attribute.Description ?? method.Name, attribute.Baseline, Repeated(benchmark, method)),
    ];

    /// <summary>How much processor time of this process a call takes, measured over so many of them: while others have the processor, nothing is counted.</summary>
    /// <returns>Nanoseconds.</returns>
    public async Task<double> TimeAsync(int count)
    {
        var before = Environment.CpuUsage.TotalTime;
        await RunAsync(count);
        return (Environment.CpuUsage.TotalTime - before).TotalNanoseconds / count;
    }

    /// <summary>How much a call allocates, measured over so many of them, on whatever thread.</summary>
    /// <returns>Bytes.</returns>
    public async Task<double> AllocationAsync(int count)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await RunAsync(count);
        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / count;
    }

    private static Func<int, Task> Repeated(BenchmarkCase benchmark, MethodInfo method)
    {
        if (typeof(Task).IsAssignableFrom(method.ReturnType))
        {
            var start = method.CreateDelegate<Func<Task>>(benchmark);
            return async count =>
            {
                for (var i = 0; i < count; i++)
                {
                    await start();
                }
            };
        }

        if (method.ReturnType == typeof(void))
        {
            var act = method.CreateDelegate<Action>(benchmark);
            return count =>
            {
                for (var i = 0; i < count; i++)
                {
                    act();
                }

                return Task.CompletedTask;
            };
        }

        var make = method.CreateDelegate<Func<object?>>(benchmark);
        return count =>
        {
            for (var i = 0; i < count; i++)
            {
                GC.KeepAlive(make());
            }

            return Task.CompletedTask;
        };
    }
}
