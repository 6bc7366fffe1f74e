using AmoCrm.Cli.Output;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Connection;

/// <summary>Reads <c>key=value</c> words into settings. The value <c>-</c> is asked for, so that no shell remembers it.</summary>
internal static class SettingAssignments
{
    /// <exception cref="CliUsageException">A word is no <c>key=value</c>, or there is no such setting.</exception>
    public static async Task<IReadOnlyList<KeyValuePair<SettingName, string?>>> ReadAsync(CliConsole console, IEnumerable<string> words, CancellationToken cancellationToken)
    {
        var assignments = new List<KeyValuePair<SettingName, string?>>();
        foreach (var word in words)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new CliUsageException("Write a setting as key=value, for example subdomain=mycompany.");
            }

            var setting = SettingNames.Get(word[..equals]);
            var value = word[(equals + 1)..];
            if (value == "-")
            {
                value = setting.IsSecret
                    ? await Questions.AskSecretAsync(console, $"{setting.Name} (not shown):", cancellationToken).ConfigureAwait(false)
                    : await Questions.AskAsync(console, $"{setting.Name}:", cancellationToken).ConfigureAwait(false);
            }

            assignments.Add(new(setting, string.IsNullOrWhiteSpace(value) ? null : value.Trim()));
        }

        return assignments;
    }

    public static AmoCrmSettings Apply(AmoCrmSettings settings, IEnumerable<KeyValuePair<SettingName, string?>> assignments) =>
        assignments.Aggregate(settings, static (settings, assignment) => assignment.Key.Set(settings, assignment.Value));
}
