using System.Text.RegularExpressions;
using AmoCrm.Sdk.Generators.Diagnostics;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>A parsed <c>to:</c>: members from the outside in.</summary>
internal sealed record TargetPath(EquatableArray<TargetMember> Members)
{
    private static readonly Regex Member = new(
        @"\G(?<name>[A-Za-z_][A-Za-z0-9_-]*)(?<selector>\[((?<key>[A-Za-z_][A-Za-z0-9_]*)=(?<value>[^\[\]]+))?\])?(?<more>\.|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>Parses <c>custom_fields_values[field_code=PHONE].values[].value</c>; null when it is no such thing, reported.</summary>
    public static TargetPath? Parse(string text, SourceSpan place, FileScope scope)
    {
        var members = new List<TargetMember>();
        for (var position = 0; ;)
        {
            var match = Member.Match(text, position);
            if (!match.Success)
            {
                scope.Report(DiagnosticDescriptors.BadTarget, place, text, $"at '{text.Substring(position)}' a member with at most one selector [] or [key=value] is expected");
                return null;
            }

            members.Add(new TargetMember(
                match.Groups["name"].Value,
                match.Groups["selector"].Success,
                match.Groups["key"].Success ? match.Groups["key"].Value : null,
                match.Groups["value"].Success ? match.Groups["value"].Value : null));
            position += match.Length;
            if (match.Groups["more"].Length == 0)
            {
                return new TargetPath(members.ToEquatableArray());
            }
        }
    }
}
