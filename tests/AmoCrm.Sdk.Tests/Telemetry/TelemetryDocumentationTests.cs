using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using AmoCrm.Sdk.Telemetry;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Tests.Telemetry;

/// <summary>docs/telemetry.md is what operators build alerts on.</summary>
public sealed partial class TelemetryDocumentationTests
{
    private static readonly string Page = RepositoryFiles.Read("docs/telemetry.md");

    [Fact]
    public void Every_instrument_is_listed_and_no_other()
    {
        var names = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == AmoCrmTelemetry.Name)
                {
                    names.Add(instrument.Name);
                }
            },
        };
        _ = AmoCrmTelemetry.Duration;
        listener.Start();

        Assert.NotEmpty(names);
        Assert.Equal(names.Order(StringComparer.Ordinal), Instruments().Matches(Page).Select(static match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_log_message_about_requests_is_listed_with_its_level()
    {
        var messages = typeof(RequestLog).GetMethods()
            .SelectMany(static method => method.GetCustomAttributes(typeof(LoggerMessageAttribute), inherit: false).Cast<LoggerMessageAttribute>())
            .ToList();
        Assert.NotEmpty(messages);
        Assert.All(messages, static message => Assert.Contains($"| {message.EventId} | {message.Level} |", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_activity_of_attempts_is_listed() => Assert.Contains($"`{AmoCrmTelemetry.AttemptActivity}`", Page, StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `(?<name>amocrm\.client\.[a-z_.]+)` \|", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instruments();
}
