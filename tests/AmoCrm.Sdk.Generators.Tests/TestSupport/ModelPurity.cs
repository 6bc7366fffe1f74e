using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>Walks what the steps hand on: a Roslyn object in it would keep a whole compilation alive and never be equal.</summary>
internal static class ModelPurity
{
    /// <summary>Plain values of Roslyn's that hold nothing.</summary>
    private static readonly Type[] Allowed = [typeof(TextSpan), typeof(LinePosition), typeof(LinePositionSpan)];

    public static void AssertNoRoslynObjects(GeneratorRunResult result)
    {
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var step in PipelineStepNames.All)
        {
            if (!result.TrackedSteps.TryGetValue(step, out var runs))
            {
                continue;
            }

            foreach (var (value, _) in runs.SelectMany(run => run.Outputs))
            {
                Visit(value, step, visited);
            }
        }
    }

    internal static void Visit(object? value, string path, HashSet<object> visited)
    {
        if (value is null || Allowed.Contains(value.GetType()))
        {
            return;
        }

        var type = value.GetType();
        Assert.False(type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true, $"{path} holds a {type}");
        if (type.IsPrimitive || type.IsEnum || value is string || (!type.IsValueType && !visited.Add(value)))
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Visit(item, path, visited);
            }

            return;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), $"{path}.{field.Name}", visited);
            }
        }
    }
}
