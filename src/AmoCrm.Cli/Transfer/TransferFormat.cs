namespace AmoCrm.Cli.Transfer;

/// <summary>The formats of files.</summary>
internal static class TransferFormat
{
    public const string Ndjson = "ndjson";
    public const string Csv = "csv";

    public static string[] All { get; } = [Ndjson, Csv];

    /// <summary>The format that was asked for, or else what the file's name says.</summary>
    /// <exception cref="CliUsageException">The name says nothing.</exception>
    public static string Of(string? given, string file) => given ?? Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".NDJSON" or ".JSONL" => Ndjson,
        ".CSV" => Csv,
        _ => throw new CliUsageException($"Which format? Name the file .ndjson or .csv, or give --format {string.Join('|', All)}."),
    };
}
