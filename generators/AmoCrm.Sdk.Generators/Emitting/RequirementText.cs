using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>In words, when a param is needed or forbidden beside others.</summary>
internal static class RequirementText
{
    /// <summary>One or more sentences; null when the param stands alone.</summary>
    public static string? Of(ParamSpec param)
    {
        var sentences = new List<string>();
        if (param.RequiredUnless.Count > 0)
        {
            sentences.Add($"Required unless {string.Join(" or ", param.RequiredUnless)} is given.");
        }

        if (param.Exclusive.Count > 0)
        {
            sentences.Add($"Not together with {string.Join(" or ", param.Exclusive)}.");
        }

        if (param.Requires.Count > 0)
        {
            sentences.Add($"Needs {string.Join(" and ", param.Requires)} too.");
        }

        return sentences.Count == 0 ? null : string.Join(" ", sentences);
    }
}
