using System.Globalization;

namespace AmoCrm.Sdk.Generators.Binding;

/// <summary>Numbers as text in every culture alike: a Finnish minus sign once reached generated code.</summary>
internal static class Numbers
{
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
