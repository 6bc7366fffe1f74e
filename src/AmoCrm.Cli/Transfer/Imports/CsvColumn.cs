namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>Where the cells of a column go.</summary>
/// <param name="Header">The header as it stands in the file.</param>
/// <param name="Parameter">The parameter; null where the column goes elsewhere.</param>
/// <param name="Field">The custom field; null where the column goes elsewhere.</param>
internal sealed record CsvColumn(string Header, string? Parameter, CsvFieldColumn? Field)
{
    /// <summary>Whether the column goes nowhere.</summary>
    public bool IsIgnored => Parameter is null && Field is null;
}
