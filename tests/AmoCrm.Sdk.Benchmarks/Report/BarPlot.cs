using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace AmoCrm.Sdk.Benchmarks.Report;

/// <summary>Bars side by side as an SVG.</summary>
internal static class BarPlot
{
    private static readonly OxyColor Subject = OxyColor.FromRgb(0x2A, 0x78, 0xB8);
    private static readonly OxyColor Other = OxyColor.FromRgb(0xB0, 0xB7, 0xBF);

    /// <param name="title">The title.</param>
    /// <param name="unit">What the bars count.</param>
    /// <param name="bars">The bars from top to bottom; the SDK's is coloured.</param>
    public static string Draw(string title, string unit, IReadOnlyList<(string Name, double Value)> bars)
    {
        var series = new BarSeries { LabelFormatString = "{0:0.##}", LabelPlacement = LabelPlacement.Outside, LabelMargin = 6 };
        var names = new CategoryAxis { Position = AxisPosition.Left, IsTickCentered = true };
        foreach (var (name, value) in bars.Reverse())
        {
            series.Items.Add(new BarItem(value) { Color = name == BenchmarkCase.SubjectName ? Subject : Other });
            names.Labels.Add(name);
        }

        var plot = new PlotModel
        {
            Title = title,
            TitleFontSize = 14,
            DefaultFont = "sans-serif",
            Background = OxyColors.White,
            PlotAreaBorderThickness = new OxyThickness(0),

            // Without a screen the library guesses how wide and high text is, and guesses too little.
            Padding = new OxyThickness(8, 20, 8, 8),
            PlotMargins = new OxyThickness(150, double.NaN, 40, double.NaN),
        };
        plot.Axes.Add(names);
        plot.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Minimum = 0, MaximumPadding = 0.1, MinorTickSize = 0, Title = unit });
        plot.Series.Add(series);
        return new SvgExporter { Width = 640, Height = 90 + (34 * bars.Count) }.ExportToString(plot);
    }
}
