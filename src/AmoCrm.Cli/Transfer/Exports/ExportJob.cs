using AmoCrm.Cli.Transfer.Journals;

namespace AmoCrm.Cli.Transfer.Exports;

/// <summary>What an export is to do.</summary>
/// <param name="Source">The list.</param>
/// <param name="Request">What to ask for, bound.</param>
/// <param name="File">The file to write.</param>
/// <param name="Format">One of <see cref="TransferFormat.All"/>.</param>
/// <param name="Delimiter">What stands between the cells of a table.</param>
/// <param name="Head">What the journal is of.</param>
internal sealed record ExportJob(ExportSource Source, object Request, string File, string Format, char Delimiter, JournalHead Head);
