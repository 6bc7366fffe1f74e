using System.Text;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>Indented text: every emitter writes through it, so that all of them indent and break lines alike.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _separatorPending;

    /// <summary>Writes one line, or each line of a raw string at the current depth.</summary>
    public void Line(string text)
    {
        if (_separatorPending && !text.StartsWith("}", StringComparison.Ordinal) && !text.StartsWith("else", StringComparison.Ordinal))
        {
            _text.Append('\n');
        }

        _separatorPending = false;

        // A raw string takes its line ends from the checkout; what is emitted must not depend on it.
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimEnd('\r');
            if (trimmed.Length > 0)
            {
                _text.Append(' ', _depth * IndentSize).Append(trimmed);
            }

            _text.Append('\n');
        }
    }

    /// <summary>An empty line before the next line, unless that closes the block. After a block there always is one.</summary>
    public void Separate() => _separatorPending = true;

    /// <summary>Opens a braced block; disposing closes it.</summary>
    /// <param name="header">The line above the brace; null for a bare block.</param>
    /// <param name="end">What follows the closing brace, for example <c>;</c>.</param>
    public BlockScope Block(string? header, string end = "")
    {
        if (header is not null)
        {
            Line(header);
        }

        Line("{");
        _depth++;
        return new BlockScope(this, "}" + end);
    }

    /// <summary>Indents without braces, for continuation lines.</summary>
    public BlockScope Indent()
    {
        _depth++;
        return new BlockScope(this, null);
    }

    public override string ToString() => _text.ToString();

    private void Close(string? end)
    {
        _depth--;
        if (end is not null)
        {
            Line(end);
            Separate();
        }
    }

    /// <summary>An open block.</summary>
    internal readonly struct BlockScope(SourceWriter? writer, string? end) : IDisposable
    {
        public void Dispose() => writer?.Close(end);
    }
}
