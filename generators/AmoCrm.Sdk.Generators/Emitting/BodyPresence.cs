using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>When a part of a body is sent.</summary>
internal sealed class BodyPresence(RequestShape shape)
{
    /// <summary>The params at and below a node, in order.</summary>
    public IEnumerable<ParamSpec> ParamsOf(BodyNode node) => Names(node).Distinct(StringComparer.Ordinal).Select(shape.Get);

    /// <summary>True when the param has a value in every call.</summary>
    public bool IsAlwaysThere(ParamSpec param) =>
        param.CustomFieldScope is null && !shape.IsTracked(param) && !RequestShape.TypeOf(param).IsNullable;

    /// <summary>The condition that the param is sent; for params that are not always.</summary>
    public string ConditionOf(ParamSpec param)
    {
        if (param.CustomFieldScope is not null)
        {
            return "context.CustomFields is { Count: > 0 }";
        }

        return shape.IsTracked(param) ? shape.Assigned(param) : $"{RequestShape.Access(param)} is not null";
    }

    /// <summary>The assignable param that is the only thing in an innermost array; null when the array holds more.</summary>
    public ParamSpec? OnlyNullableLeaf(BodyArray array)
    {
        if (array.Items.Count != 1 || HoldsArray(array.Items[0].Value))
        {
            return null;
        }

        var names = Names(array).Distinct(StringComparer.Ordinal).ToList();
        var param = names.Count == 1 ? shape.Get(names[0]) : null;
        return param is { CustomFieldScope: null } && shape.IsTracked(param) && RequestShape.TypeOf(param).IsNullable ? param : null;
    }

    private static bool HoldsArray(BodyNode node) => node switch
    {
        BodyArray => true,
        BodyObject members => members.Members.Any(static member => HoldsArray(member.Value)),
        _ => false,
    };

    private static IEnumerable<string> Names(BodyNode node) => node switch
    {
        BodyParam leaf => [leaf.Param],
        BodyObject members => members.Members.SelectMany(static member => Names(member.Value)),
        BodyArray array => array.Items.SelectMany(static item => (item.RepeatsParam is { } name ? [name] : Array.Empty<string>()).Concat(Names(item.Value))),
        _ => [],
    };
}
