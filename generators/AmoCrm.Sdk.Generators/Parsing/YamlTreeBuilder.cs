using AmoCrm.Sdk.Generators.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>Turns the events of YamlDotNet into nodes. What the manifest does not use is reported and left out.</summary>
internal sealed class YamlTreeBuilder
{
    /// <summary>The manifest's own depth is about eight; this only stops a file that would overflow the stack.</summary>
    private const int MaximumDepth = 32;

    private readonly string _path;
    private readonly FlowDepthScanner _scanner;
    private readonly Parser _parser;
    private readonly YamlMarks _marks;
    private readonly DiagnosticBag _problems = new();

    private YamlTreeBuilder(string path, string text)
    {
        _path = path;
        _scanner = new FlowDepthScanner(new StringReader(text));
        _parser = new Parser(_scanner);
        _marks = new YamlMarks(text);
    }

    /// <summary>The root node, null for an empty file, and what was found on the way; or the syntax error that stopped it.</summary>
    public static (YamlNode? Root, EquatableArray<ManifestDiagnostic> Problems, YamlSyntaxError? Error) Build(string path, string text)
    {
        var builder = new YamlTreeBuilder(path, text);
        try
        {
            return (builder.ReadStream(), builder._problems.ToSorted(), null);
        }
        catch (YamlException error)
        {
            return (null, [], new YamlSyntaxError(builder._marks.Span(error.Start, error.End), error.Message));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // YamlDotNet's own mistakes on malformed text, for example on a bracket that is left open before a '?'
            // (A_broken_entry_costs_itself_only). A generator that throws is CS8785 and emits nothing.
            var position = builder._scanner.CurrentPosition;
            return (null, [], new YamlSyntaxError(builder._marks.Span(position, position), "Here the text stops being YAML."));
        }
    }

    private YamlNode? ReadStream()
    {
        _parser.Consume<StreamStart>();
        YamlNode? root = null;
        while (_parser.TryConsume<DocumentStart>(out var start))
        {
            if (root is null)
            {
                root = ReadNode(0);
            }
            else
            {
                Unsupported(SpanOf(start), "A second document in the file");
                _parser.SkipThisAndNestedEvents();
            }

            _parser.Consume<DocumentEnd>();
        }

        return root;
    }

    private YamlNode? ReadNode(int depth)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            Unsupported(SpanOf(alias), $"The alias '*{alias.Value.Value}'");
            return new YamlScalar(alias.Value.Value, false, SpanOf(alias));
        }

        if (_parser.Current is NodeEvent node)
        {
            if (!node.Anchor.IsEmpty)
            {
                Unsupported(SpanOf(node), $"The anchor '&{node.Anchor.Value}'");
            }

            if (!node.Tag.IsEmpty)
            {
                Unsupported(SpanOf(node), $"The tag '{node.Tag}'");
            }
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, SpanOf(scalar));
        }

        if (depth >= MaximumDepth)
        {
            Unsupported(SpanOf(_parser.Current!), "Nesting this deep");
            _parser.SkipThisAndNestedEvents();
            return null;
        }

        return _parser.Accept<MappingStart>(out _) ? ReadMapping(depth) : ReadSequence(depth);
    }

    private YamlMapping ReadMapping(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not YamlScalar name)
            {
                if (key is not null)
                {
                    Unsupported(key.Span, "A key that is no scalar");
                }
            }
            else if (name.IsPlain && name.Value == "<<")
            {
                Unsupported(name.Span, "The merge key '<<'");
            }
            else if (!names.Add(name.Value))
            {
                _problems.Report(DiagnosticDescriptors.DuplicateKey, _path, name.Span, name.Value);
            }
            else if (value is not null)
            {
                entries.Add(new YamlEntry(name, value));
            }
        }

        return new YamlMapping(entries.ToEquatableArray(), Whole(start, _parser.Consume<MappingEnd>(), start.Style == MappingStyle.Flow));
    }

    private YamlSequence ReadSequence(int depth)
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            if (ReadNode(depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        return new YamlSequence(items.ToEquatableArray(), Whole(start, _parser.Consume<SequenceEnd>(), start.Style == SequenceStyle.Flow));
    }

    private void Unsupported(SourceSpan span, string what) => _problems.Report(DiagnosticDescriptors.UnsupportedYaml, _path, span, what);

    /// <summary>YamlDotNet ends a flow collection before its closing bracket.</summary>
    private SourceSpan Whole(ParsingEvent start, ParsingEvent end, bool isFlow)
    {
        var span = SourceSpan.Between(SpanOf(start), SpanOf(end));
        return isFlow ? _marks.WithNext(span) : span;
    }

    private SourceSpan SpanOf(ParsingEvent parsed) => _marks.Span(parsed.Start, parsed.End);
}
