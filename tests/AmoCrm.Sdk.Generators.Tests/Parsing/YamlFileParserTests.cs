using AmoCrm.Sdk.Generators.Parsing;
using AmoCrm.Sdk.Generators.Reading;
using Microsoft.CodeAnalysis.Text;

namespace AmoCrm.Sdk.Generators.Tests.Parsing;

public sealed class YamlFileParserTests
{
    [Fact]
    public void Scalars_know_their_place_and_their_quotes()
    {
        var root = Parse("a: plain\nb: \"quoted\"\n").Root!;

        Assert.Equal(("plain", true), Scalar(root, "a"));
        Assert.Equal(("quoted", false), Scalar(root, "b"));
        Assert.Equal(new LinePositionSpan(new LinePosition(1, 3), new LinePosition(1, 11)), root.Find("b")!.Value.Span.Lines);
        Assert.Equal(new TextSpan(9, 1), root.Find("b")!.Key.Span.Text);
    }

    [Fact]
    public void Offsets_count_characters_of_any_alphabet()
    {
        const string Text = "ключ: значение # \U0001F600\nb: x\n";

        var key = Parse(Text).Root!.Find("b")!.Key;

        Assert.Equal("b", Text.Substring(key.Span.Text.Start, key.Span.Text.Length));
    }

    [Fact]
    public void Windows_line_ends_keep_places()
    {
        const string Text = "a: 1\r\nb:\r\n  c: x\r\n";

        var place = ((YamlMapping)Parse(Text).Root!.Find("b")!.Value).Find("c")!.Value.Span;

        Assert.Equal(new LinePosition(2, 5), place.Lines.Start);
        Assert.Equal("x", Text.Substring(place.Text.Start, place.Text.Length));
    }

    [Fact]
    public void A_broken_entry_costs_itself_only()
    {
        var file = Parse("a:\n  one: { x: 1\n  two: { x: 2 }\nb: 3\n");

        Assert.Equal("AMO0001", Assert.Single(file.Problems).Id);
        Assert.Equal(["a", "b"], file.Root!.Entries.Select(entry => entry.Name));
        var entries = (YamlMapping)file.Root.Find("a")!.Value;
        Assert.Equal(["one", "two"], entries.Entries.Select(entry => entry.Name));
        Assert.Equal(("", true), Scalar(entries, "one"));
    }

    [Fact]
    public void A_broken_entry_keeps_its_type_where_that_is_readable()
    {
        var file = Parse("a:\n  one: { type: \"Tag[]?\", summary: \"open }\n  two: { x: 2 }\n");

        var one = (YamlMapping)((YamlMapping)file.Root!.Find("a")!.Value).Find("one")!.Value;
        Assert.Equal(("Tag[]?", false), Scalar(one, "type"));
    }

    [Fact]
    public void Three_broken_entries_are_three_errors()
    {
        var file = Parse("a: { x: 1\nb: \"open\nc: [1, 2\nd: 4\n");

        Assert.Equal(3, file.Problems.Count);
        Assert.NotNull(file.Root!.Find("d"));
    }

    [Fact]
    public void A_duplicate_key_is_reported_at_the_second_and_the_first_counts()
    {
        var file = Parse("a: 1\na: 2\n");

        var problem = Assert.Single(file.Problems);
        Assert.Equal(("AMO0002", 1), (problem.Id, problem.LineSpan.Start.Line));
        Assert.Equal("1", Scalar(file.Root!, "a").Value);
    }

    [Theory]
    [InlineData("a: &x 1\n")]
    [InlineData("a: !!str 1\n")]
    [InlineData("a: *x\n")]
    [InlineData("<<: { b: 1 }\n")]
    [InlineData("? [a, b]\n: 1\n")]
    [InlineData("a: 1\n---\nb: 2\n")]
    public void What_the_manifest_does_not_use_is_refused(string text)
    {
        Assert.Contains(Parse(text).Problems, problem => problem.Id is "AMO0003" or "AMO0001");
    }

    [Fact]
    public void Nesting_has_an_end()
    {
        var deep = string.Concat(Enumerable.Repeat("{a: ", 300)) + "1" + new string('}', 300);

        Assert.Contains(Parse(deep).Problems, problem => problem.Id is "AMO0003" or "AMO0001");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("{ a: [ ")]
    public void Brackets_without_end_are_refused_at_once(string bracket)
    {
        // Without FlowDepthScanner this takes minutes.
        var text = "a: " + string.Concat(Enumerable.Repeat(bracket, 100_000));

        Assert.Equal("AMO0001", Assert.Single(Parse(text).Problems).Id);
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("a:\n  b: [")]
    public void A_mistake_at_the_end_is_on_the_last_line(string text)
    {
        var problem = Assert.Single(Parse(text).Problems);

        Assert.Equal(text.Count('\n'), problem.LineSpan.End.Line);
        Assert.InRange(problem.Span.End, 0, text.Length);
    }

    [Fact]
    public void Equal_texts_parse_to_equal_files()
    {
        const string Text = "a: { b: [1, 2] }\n";

        Assert.Equal(Parse(Text), Parse(Text));
        Assert.Equal(Parse(Text).GetHashCode(), Parse(Text).GetHashCode());
        Assert.NotEqual(Parse(Text), Parse(" " + Text.Replace(" b", "  b", StringComparison.Ordinal)));
    }

    private static ParsedFile Parse(string text) => YamlFileParser.Parse(new ManifestFile("spec/x.yaml", text), CancellationToken.None);

    private static (string Value, bool IsPlain) Scalar(YamlMapping mapping, string key)
    {
        var scalar = Assert.IsType<YamlScalar>(mapping.Find(key)!.Value);
        return (scalar.Value, scalar.IsPlain);
    }
}
