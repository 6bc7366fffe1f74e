using System.Buffers;
using System.Text.Json;

namespace AmoCrm.Cli.Transfer.Journals;

/// <summary>
/// Lines of JSON that are only ever added to, on the disk before the call returns. It is open to one process: who holds it, works. Whatever moment that process is killed at, the next one reads
/// all lines but a half-written last one.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private const int FirstBuffer = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly FileStream _stream;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;

    private JournalFile(string path, FileStream stream)
    {
        Path = path;
        _stream = stream;
        _json = new Utf8JsonWriter(_line, TransferJson.Writing);
    }

    public string Path { get; }

    /// <summary>Opens the journal, or makes an empty one.</summary>
    /// <exception cref="CliFailureException">Another process has it.</exception>
    public static JournalFile Open(string path)
    {
        try
        {
            return new JournalFile(path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException) && File.Exists(path))
        {
            throw new CliFailureException($"{path} cannot be opened: another amocrm works with it, or it is no file. Wait for that one, or stop it. ({exception.Message})");
        }
    }

    /// <summary>The lines, oldest first. Read to the end, it also takes a half-written last line away, so that the next one stands alone.</summary>
    /// <exception cref="CliFailureException">A whole line is no JSON.</exception>
    public IEnumerable<JsonElement> ReadLines()
    {
        var buffer = new byte[FirstBuffer];
        var filled = 0;
        var number = 0;
        long whole = 0;
        _stream.Position = 0;
        while (_stream.Read(buffer, filled, buffer.Length - filled) is > 0 and var read)
        {
            filled += read;
            var begin = 0;
            while (buffer.AsSpan(begin, filled - begin).IndexOf((byte)'\n') is >= 0 and var length)
            {
                yield return Parse(buffer.AsMemory(begin, length), ++number);
                begin += length + 1;
                whole += length + 1;
            }

            buffer.AsSpan(begin, filled - begin).CopyTo(buffer);
            filled -= begin;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        _stream.SetLength(whole);
        _stream.Position = whole;
    }

    /// <summary>Hands on the lines, oldest first, to what they mean something to.</summary>
    /// <param name="take">Takes a line; what it throws at one that it did not write means that the journal is damaged.</param>
    /// <exception cref="CliFailureException">A whole line is no JSON, or none of ours.</exception>
    public void Read(Action<JsonElement> take)
    {
        var number = 0;
        foreach (var line in ReadLines())
        {
            number++;
            try
            {
                take(line);
            }
            catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or IndexOutOfRangeException)
            {
                throw Damaged(number);
            }
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _stream.SetLength(0);

    /// <summary>Adds a line: an object with the members that are written.</summary>
    /// <param name="write">Writes the members.</param>
    /// <param name="waitsForDisk">False for what the next run would find out by itself.</param>
    public void Append(Action<Utf8JsonWriter> write, bool waitsForDisk = true)
    {
        lock (_gate)
        {
            _line.ResetWrittenCount();
            _json.Reset();
            _json.WriteStartObject();
            write(_json);
            _json.WriteEndObject();
            _json.Flush();
            _line.Write("\n"u8);
            var before = _stream.Length;
            try
            {
                _stream.Position = before;
                _stream.Write(_line.WrittenSpan);
                _stream.Flush(waitsForDisk);
            }
            catch (IOException)
            {
                // A full disk: what got there of the line must not become the beginning of another one.
                _stream.SetLength(before);
                throw;
            }
        }
    }

    public void Dispose()
    {
        _json.Dispose();
        _stream.Dispose();
    }

    private JsonElement Parse(ReadOnlyMemory<byte> line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Damaged(number);
        }
    }

    private CliFailureException Damaged(int number) => new($"{Path} is damaged at line {number}. --restart begins anew.");
}
