using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>
/// Writes what became of the rows into files beside the input: made anew from the journal and the input at the end of each run, so that they never tell anything else than these two.
/// </summary>
/// <param name="file">The input.</param>
/// <param name="delimiter">What stands between the cells of the table of ids.</param>
internal sealed class ImportReport(string file, char delimiter)
{
    /// <summary>Writes both files; where there is nothing to tell, there is no file.</summary>
    public void Write(IRowFile input, RowStates rows)
    {
        var created = new Part(TransferFiles.Created(file));
        var rejected = new Part(TransferFiles.Rejected(file));
        try
        {
            foreach (var row in input.Read())
            {
                if (rows.IsCreated(row.Number))
                {
                    created.Writer($"row{delimiter}id\r\n").Write(string.Create(CultureInfo.InvariantCulture, $"{row.Number}{delimiter}{rows.IdOf(row.Number)}\r\n"));
                }
                else if (rows.FailureOf(row.Number) is { } failure)
                {
                    rejected.Writer().Write(Encoding.UTF8.GetString(TransferJson.Text(writer => WriteFailure(writer, row, failure)).Span) + "\n");
                }
            }

            created.Finish();
            rejected.Finish();
        }
        finally
        {
            created.Dispose();
            rejected.Dispose();
        }
    }

    private static void WriteFailure(Utf8JsonWriter writer, ImportRow row, RowFailure failure)
    {
        writer.WriteStartObject();
        writer.WriteNumber("row", row.Number);
        failure.WriteTo(writer);
        writer.WritePropertyName("data");
        row.WriteTo(writer);
        writer.WriteEndObject();
    }

    // Under another name until it is whole.
    private sealed class Part(string path) : IDisposable
    {
        private StreamWriter? _writer;

        private string Temporary => path + ".tmp";

        public StreamWriter Writer(string head = "")
        {
            if (_writer is null)
            {
                _writer = new StreamWriter(Temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                _writer.Write(head);
            }

            return _writer;
        }

        public void Finish()
        {
            if (_writer is null)
            {
                File.Delete(path);
                return;
            }

            _writer.Dispose();
            File.Move(Temporary, path, overwrite: true);
        }

        public void Dispose() => _writer?.Dispose();
    }
}
