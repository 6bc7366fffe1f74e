using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace AmoCrm.Sdk.Generators.Parsing;

/// <summary>
/// Refuses brackets in brackets without end: YamlDotNet looks at each that is open for every token, so that a line of 100,000 would keep a build busy for minutes
/// (YamlFileParserTests).
/// </summary>
/// <param name="text">The text.</param>
internal sealed class FlowDepthScanner(TextReader text) : IScanner
{
    // Far above what YamlTreeBuilder reads, so that it can say at which node nesting is too deep.
    private const int MaximumDepth = 256;

    private readonly Scanner _scanner = new(text);
    private int _depth;

    public Mark CurrentPosition => _scanner.CurrentPosition;

    public Token? Current => _scanner.Current;

    public bool MoveNext() => _scanner.MoveNext() && IsCounted();

    public bool MoveNextWithoutConsuming() => _scanner.MoveNextWithoutConsuming() && IsCounted();

    public void ConsumeCurrent() => _scanner.ConsumeCurrent();

    private bool IsCounted()
    {
        switch (Current)
        {
            case FlowSequenceStart or FlowMappingStart when ++_depth > MaximumDepth:
                throw new SyntaxErrorException(Current.Start, Current.End, "Brackets are nested too deep");
            case FlowSequenceEnd or FlowMappingEnd:
                _depth--;
                break;
        }

        return true;
    }
}
