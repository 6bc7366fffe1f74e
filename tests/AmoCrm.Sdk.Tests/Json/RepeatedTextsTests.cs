using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Json;
using CsCheck;

namespace AmoCrm.Sdk.Tests.Json;

public sealed class RepeatedTextsTests
{
    [Fact]
    public void A_text_that_comes_again_is_the_same_object()
    {
        Assert.Same(RepeatedTexts.Get("Адрес доставки"u8), RepeatedTexts.Get("Адрес доставки"u8));
    }

    [Fact]
    public void Texts_that_take_the_same_place_stay_apart()
    {
        // The same length and the same ends.
        byte[][] texts = ["Beginning-A-of-end"u8.ToArray(), "Beginning-B-of-end"u8.ToArray()];
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal("Beginning-A-of-end", RepeatedTexts.Get(texts[0]));
            Assert.Equal("Beginning-B-of-end", RepeatedTexts.Get(texts[1]));
        }
    }

    [Fact]
    public void A_long_text_is_not_kept()
    {
        var text = Encoding.UTF8.GetBytes(new string('x', RepeatedTexts.LongestText + 1));

        Assert.NotSame(RepeatedTexts.Get(text), RepeatedTexts.Get(text));
    }

    [Fact]
    public void Broken_text_is_refused()
    {
        Assert.Throws<JsonException>(() => RepeatedTexts.Get([0xC3]));
    }

    [Fact]
    public void Any_text_is_itself_on_any_thread()
    {
        Gen.String.Array.Sample(texts => Parallel.ForEach(texts, static text =>
        {
            // A lone half of a pair has no UTF-8.
            var utf8 = Encoding.UTF8.GetBytes(text);
            Assert.Equal(Encoding.UTF8.GetString(utf8), RepeatedTexts.Get(utf8));
        }));
    }
}
