namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>The custom field of a column.</summary>
/// <param name="Id">The field.</param>
/// <param name="Type">Its type, as amoCRM spells it.</param>
internal sealed record CsvFieldColumn(long Id, string? Type)
{
    /// <summary>Whether a cell may hold several values.</summary>
    public bool TakesSeveral => Type is "multitext" or "multiselect";

    /// <summary>Whether a cell is a text, whatever it looks like.</summary>
    public bool IsText => Type is "text" or "textarea" or "url" or "streetaddress" or "numeric" or "price" or "monetary" or "select" or "radiobutton" or "category" or "checkbox" or "date" or "date_time" or "birthday";
}
