using AmoCrm.Sdk.Generators.Emitting;
using Microsoft.CodeAnalysis.CSharp;

namespace AmoCrm.Sdk.Generators.Tests.Emitting;

/// <summary>Whatever a text of the manifest holds, the emitted code holds the same text.</summary>
public class CSharpTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("say \"yes\" now")]
    [InlineData("\"starts and ends\"")]
    [InlineData("three \"\"\" quotes")]
    [InlineData("C:\\temp\\")]
    [InlineData("two\nlines\tand\rmore\u2028")]
    [InlineData("Новая {сделка}")]
    public void A_literal_means_the_text(string text) =>
        Assert.Equal(text, SyntaxFactory.ParseToken(CSharpText.Literal(text)).ValueText);

    [Theory]
    [InlineData("a < b & c > d", "a &lt; b &amp; c &gt; d")]
    [InlineData("Set `fetch` to read.", "Set <c>fetch</c> to read.")]
    [InlineData("An odd ` stays.", "An odd ` stays.")]
    [InlineData("two\n  lines", "two lines")]
    [InlineData("a\u2028b\u2029c\u0085d\0e\tf", "a b c d e f")]
    public void A_comment_is_well_formed(string text, string expected) => Assert.Equal(expected, CSharpText.XmlDoc(text));

    [Theory]
    [InlineData("event", "@event")]
    [InlineData("name", "name")]
    public void A_keyword_is_escaped(string name, string expected) => Assert.Equal(expected, CSharpText.Identifier(name));
}
