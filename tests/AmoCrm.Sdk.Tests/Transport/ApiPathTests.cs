using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class ApiPathTests
{
    [Theory]
    [InlineData("telephony", "telephony")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("..%2f", "..%252f")]
    [InlineData("код", "%D0%BA%D0%BE%D0%B4")]
    public void A_text_stays_in_its_segment(string value, string expected)
    {
        var segment = ApiPath.Segment(value, "code");
        Assert.Equal(expected, segment);
        Assert.Equal($"/api/v4/widgets/{segment}", ApiPath.Checked($"/api/v4/widgets/{segment}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_text_that_would_leave_its_segment_is_refused(string value)
    {
        var exception = Assert.Throws<AmoCrmArgumentException>(() => ApiPath.Segment(value, "code"));
        Assert.Equal("code", exception.ParamName);
        Assert.Contains(value.StartsWith('.') ? "\"..\" cannot be parts of the path" : "A value is required", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api/v4/leads", "one slash")]
    [InlineData("//evil.example/", "one slash")]
    [InlineData("/api/v4/leads?x=1", "put it into Query")]
    [InlineData("/api/v4/a b", "Uri.EscapeDataString")]
    [InlineData("/api/v4/../v2", "\"..\" segments")]
    public void What_is_wrong_with_a_path_is_said(string path, string said)
    {
        var exception = Assert.Throws<AmoCrmArgumentException>(() => ApiPath.Checked(path));
        Assert.Equal("path", exception.ParamName);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Ids_are_positive(long id)
    {
        var exception = Assert.Throws<AmoCrmArgumentException>(() => ApiPath.Segment(id, "company_id"));
        Assert.Equal("company_id", exception.ParamName);
        Assert.Contains($"positive number, not {id}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scopes_of_custom_fields_are_several_segments()
    {
        Assert.Equal("catalogs/17", ApiPath.Segments(CustomFieldScope.Catalog(17), "scope"));
        Assert.Equal("customers/segments", ApiPath.Segments(CustomFieldScope.Segments, "scope"));
        Assert.Equal("scope", Assert.Throws<AmoCrmArgumentException>(() => ApiPath.Segments(default(CustomFieldScope), "scope")).ParamName);
    }
}
