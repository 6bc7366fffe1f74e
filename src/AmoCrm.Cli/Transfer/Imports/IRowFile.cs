namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>A file of rows. It can be read any number of times.</summary>
internal interface IRowFile
{
    /// <summary>Names in the file that an export writes and a creation does not take.</summary>
    IReadOnlyCollection<string> Ignored { get; }

    /// <summary>Reads the rows as they come.</summary>
    IEnumerable<ImportRow> Read();
}
