using System.Globalization;

namespace AmoCrm.Sdk.Benchmarks.Report;

/// <summary>Figures as people read them.</summary>
internal static class Figures
{
    public static string Time(double nanoseconds) => Math.Abs(nanoseconds) switch
    {
        < 1e3 => Text($"{nanoseconds:0.#} ns"),
        < 1e6 => Text($"{nanoseconds / 1e3:0.##} µs"),
        _ => Text($"{nanoseconds / 1e6:0.##} ms"),
    };

    public static string Size(double bytes) => Math.Abs(bytes) switch
    {
        < 1e4 => Text($"{bytes:0} B"),
        < 1e6 => Text($"{bytes / 1e3:0.#} KB"),
        _ => Text($"{bytes / 1e6:0.##} MB"),
    };

    public static string Ratio(double? ratio) => ratio is { } value ? Text($"{value:0.00}") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
