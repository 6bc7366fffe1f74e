using System.Reflection;

namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>Every step of the pipeline, found by reflection: a new one is tested the day it is added.</summary>
internal static class PipelineStepNames
{
    public static IReadOnlyList<string> All { get; } =
        [.. typeof(PipelineSteps).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];
}
