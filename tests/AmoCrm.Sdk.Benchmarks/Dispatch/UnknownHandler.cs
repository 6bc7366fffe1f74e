using AmoCrm.Sdk.Dispatch;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Dispatch;

/// <summary>A name that no handler has: an exception that suggests the one that was meant.</summary>
public class UnknownHandler : BenchmarkCase
{
    [Benchmark]
    public AmoCrmUnknownHandlerException Sdk()
    {
        try
        {
            HandlerCatalog.Get("amocrm_get_laed");
        }
        catch (AmoCrmUnknownHandlerException exception)
        {
            return exception;
        }

        throw new DifferentWorkException("The name was found.");
    }

    public override Task CheckAsync()
    {
        SameWork.Value(nameof(Sdk), true, Sdk().Suggestions.Contains("amocrm_get_lead"));
        return Task.CompletedTask;
    }
}
