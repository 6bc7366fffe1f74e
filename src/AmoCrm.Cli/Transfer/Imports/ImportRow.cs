using System.Text.Json;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>One row of a file.</summary>
/// <param name="number">Its number, from 1; the header of a table is no row.</param>
internal abstract class ImportRow(long number)
{
    public long Number => number;

    /// <summary>The arguments of the creation.</summary>
    /// <exception cref="CliUsageException">The row cannot be understood.</exception>
    /// <exception cref="JsonException">The row is no JSON.</exception>
    public abstract JsonElement ToArguments();

    /// <summary>Writes the row as it is in the file: an object, or a text where it is none.</summary>
    public abstract void WriteTo(Utf8JsonWriter writer);
}
