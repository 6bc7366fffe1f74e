using System.Collections;

namespace AmoCrm.Sdk.Tests.Samples;

/// <summary>Finds what the models in a graph keep without declaring it.</summary>
internal static class UndeclaredMembers
{
    /// <summary>Type and member, such as <c>Company.is_new</c>.</summary>
    public static IEnumerable<string> Of(object? value) => value switch
    {
        null or string or ValueType => [],
        Array or IList => ((IEnumerable)value).Cast<object?>().SelectMany(Of),
        CustomFieldValues fields => fields.SelectMany(Of),
        _ when value.GetType().Assembly != typeof(AmoCrmClient).Assembly => [],
        _ => value.GetType().GetProperties().Where(static property => property.GetIndexParameters().Length == 0).SelectMany(property => property.GetValue(value) switch
        {
            AdditionalData data => data.Select(member => $"{value.GetType().Name}.{member.Key}"),
            var member => Of(member),
        }),
    };
}
