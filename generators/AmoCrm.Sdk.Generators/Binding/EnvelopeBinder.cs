using AmoCrm.Sdk.Generators.Diagnostics;
using AmoCrm.Sdk.Generators.Model;
using AmoCrm.Sdk.Generators.Parsing;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Binds <c>envelope</c>: how the engine presents the result.</summary>
internal sealed class EnvelopeBinder(BoundReturns returns, IReadOnlyList<ParamSpec> parameters, ParamList declared, FileScope scope)
{
    private static readonly string[] Reserved = ["success", "handler"];

    private readonly IReadOnlyList<(string Name, string Property, TypeSpec? Type)> _members = ResultMembers(returns);

    public EnvelopeSpec Bind(MappingReader handler)
    {
        var mapping = handler.Entries("envelope");
        if (mapping?.Find("output") is null)
        {
            scope.Report(
                DiagnosticDescriptors.MissingKey,
                mapping is null ? handler.Owner : handler.KeyPlace("envelope"),
                mapping is null ? handler.What : "The envelope",
                mapping is null ? "envelope" : "output");
        }

        var output = mapping?.Find("output") is { } entry ? NodeText.Read(entry.Value, "The value of 'output'", scope) : null;
        var members = new List<EnvelopeMember>();
        foreach (var member in mapping?.Entries ?? [])
        {
            if (member.Name == "output")
            {
                continue;
            }

            if (Reserved.Contains(member.Name, StringComparer.Ordinal))
            {
                scope.Report(DiagnosticDescriptors.InvalidName, member.Key.Span, member.Name, "key of an envelope", "every envelope has this key already, choose another");
            }
            else if (BindMember(member) is { } bound)
            {
                members.Add(bound);
            }
        }

        if (returns.Spec.Kind == ReturnsKind.Page && members.TrueForAll(member => member.Key != "has_more"))
        {
            members.Add(new EnvelopeMember("has_more", EnvelopeSource.HasMore, ""));
        }

        return new EnvelopeSpec(output ?? "result", members.ToEquatableArray());
    }

    private EnvelopeMember? BindMember(YamlEntry entry)
    {
        if (entry.Value is not YamlScalar scalar)
        {
            scope.Report(DiagnosticDescriptors.WrongShape, entry.Value.Span, $"The member '{entry.Name}' of an envelope", "an expression or a constant");
            return null;
        }

        if (!scalar.Value.StartsWith("$", StringComparison.Ordinal))
        {
            return new EnvelopeMember(entry.Name, EnvelopeSource.Constant, JsonConstant.Of(scalar, scope));
        }

        return Simple(entry.Name, scalar.Value) ?? Dotted(entry.Name, scalar) ?? Unknown(scalar);
    }

    private EnvelopeMember? Simple(string key, string expression)
    {
        foreach (var (word, source) in SimpleExpressions())
        {
            if (word == expression)
            {
                return new EnvelopeMember(key, source, "");
            }
        }

        return null;
    }

    private EnvelopeMember? Dotted(string key, YamlScalar scalar)
    {
        const string Result = "$result.";
        const string Params = "$params.";
        const string Count = ".count";
        var text = scalar.Value;
        if (text.StartsWith(Result, StringComparison.Ordinal))
        {
            var found = _members.FirstOrDefault(member => member.Name == text.Substring(Result.Length));
            return found.Name is null ? null : new EnvelopeMember(key, EnvelopeSource.ResultMember, found.Property, found.Type);
        }

        if (!text.StartsWith(Params, StringComparison.Ordinal))
        {
            return null;
        }

        var name = text.Substring(Params.Length);
        var counts = name.EndsWith(Count, StringComparison.Ordinal);
        name = counts ? name.Substring(0, name.Length - Count.Length) : name;
        var param = parameters.FirstOrDefault(candidate => candidate.Name == name && !candidate.IsDynamicOnly);
        if (param is null || (counts && !IsCountable(param.Type)))
        {
            return null;
        }

        return new EnvelopeMember(key, counts ? EnvelopeSource.ParamCount : EnvelopeSource.Param, param.Property, param.Type);
    }

    private EnvelopeMember? Unknown(YamlScalar scalar)
    {
        var words = scalar.Value.Split('.');
        if (words.Length > 1 && words[0] == "$params" && declared.IsBroken(words[1]))
        {
            return null;
        }

        scope.Report(DiagnosticDescriptors.UnknownEnvelopeExpression, scalar.Span, scalar.Value, NameSuggestion.Hint(scalar.Value, Known()));
        return null;
    }

    private IEnumerable<string> Known() => SimpleExpressions().Select(expression => expression.Word)
        .Concat(_members.Select(member => "$result." + member.Name))
        .Concat(parameters.Where(param => !param.IsDynamicOnly).Select(param => "$params." + param.Name));

    private IEnumerable<(string Word, EnvelopeSource Source)> SimpleExpressions()
    {
        var kind = returns.Spec.Kind;
        if (kind is ReturnsKind.Page or ReturnsKind.List)
        {
            yield return ("$items", EnvelopeSource.Items);
            yield return ("$count", EnvelopeSource.Count);
        }

        if (kind == ReturnsKind.Page)
        {
            yield return ("$page", EnvelopeSource.Page);
            yield return ("$limit", EnvelopeSource.Limit);
            yield return ("$has_more", EnvelopeSource.HasMore);
        }

        if (kind is ReturnsKind.Entity or ReturnsKind.Created or ReturnsKind.Updated)
        {
            yield return ("$entity", EnvelopeSource.Entity);
        }

        if (kind is ReturnsKind.Created or ReturnsKind.Updated || (kind == ReturnsKind.Entity && returns.Model!.Fields.Any(field => field.Name == "id")))
        {
            yield return ("$id", EnvelopeSource.Id);
        }

        if (kind != ReturnsKind.Nothing)
        {
            yield return ("$result", EnvelopeSource.Result);
        }
    }

    private static bool IsCountable(TypeSpec type) => type.IsList || type.Name == "CustomFieldInput";

    private static List<(string Name, string Property, TypeSpec? Type)> ResultMembers(BoundReturns returns)
    {
        var kind = returns.Spec.Kind;
        if (kind is ReturnsKind.Result or ReturnsKind.Entity)
        {
            return [.. returns.Model!.Fields.Select(field => (field.Name, field.Property, (TypeSpec?)field.Type))];
        }

        if (kind is not (ReturnsKind.Created or ReturnsKind.Updated))
        {
            return [];
        }

        List<(string Name, string Property, TypeSpec? Type)> members =
        [
            ("id", "Id", Primitive("int64", false)),
            ("request_id", "RequestId", new TypeSpec(TypeKind.Primitive, "string", false, true, false)),
        ];
        if (kind == ReturnsKind.Updated)
        {
            members.Add(("updated_at", "UpdatedAt", Primitive("unixTime", true)));
        }

        if (returns.Spec.HasSteps)
        {
            members.Add(("completed_steps", "CompletedSteps", new TypeSpec(TypeKind.Primitive, "string", true, false, false)));
        }

        members.AddRange(returns.Spec.Extra.Select(field => (field.Name, field.Property, (TypeSpec?)field.Type)));
        return members;
    }

    private static TypeSpec Primitive(string name, bool isNullable) => new(TypeKind.Primitive, name, false, isNullable, true);
}
