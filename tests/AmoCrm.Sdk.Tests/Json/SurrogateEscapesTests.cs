using System.Text;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Json;

public sealed class SurrogateEscapesTests
{
    [Theory]
    [InlineData("""["\ud83d"]""", """["\ufffd"]""")]
    [InlineData("""["\uDE00 a"]""", """["\ufffd a"]""")]
    [InlineData("""["\ud83d\ude00"]""", """["\ud83d\ude00"]""")]
    [InlineData("""["\ud83d\ud83d\ude00"]""", """["\ufffd\ud83d\ude00"]""")]
    [InlineData("""["\ude00\ud83d"]""", """["\ufffd\ufffd"]""")]
    [InlineData("""["\ud83d","\ude00"]""", """["\ufffd","\ufffd"]""")]
    [InlineData("""{"\ud83d":"\u0438"}""", """{"\ufffd":"\u0438"}""")]
    [InlineData("""["\\ud83d"]""", """["\\ud83d"]""")]
    [InlineData("""["\\\ud83d"]""", """["\\\ufffd"]""")]
    [InlineData("""["\"\ud83d\n"]""", """["\"\ufffd\n"]""")]
    [InlineData("""["\udbff\udfff"]""", """["\udbff\udfff"]""")]
    public void A_half_becomes_the_replacement_character_and_a_pair_stays(string json, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(SurrogateEscapes.ReplaceHalves(Encoding.UTF8.GetBytes(json))));

    [Theory]
    [InlineData("""["\ud83d"]""", true)]
    [InlineData("""["\uDE00"]""", true)]
    [InlineData("""["\u0438 😀"]""", false)]
    public void Others_are_left_alone(string json, bool expected) => Assert.Equal(expected, SurrogateEscapes.AreIn(Encoding.UTF8.GetBytes(json)));
}
