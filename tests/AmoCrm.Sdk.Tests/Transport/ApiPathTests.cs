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
        Assert.Equal("code", Assert.Throws<AmoCrmArgumentException>(() => ApiPath.Segment(value, "code")).ParamName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Ids_are_positive(long id)
    {
        Assert.Equal("company_id", Assert.Throws<AmoCrmArgumentException>(() => ApiPath.Segment(id, "company_id")).ParamName);
    }

    [Fact]
    public void Scopes_of_custom_fields_are_several_segments()
    {
        Assert.Equal("catalogs/17", ApiPath.Segments(CustomFieldScope.Catalog(17), "scope"));
        Assert.Equal("customers/segments", ApiPath.Segments(CustomFieldScope.Segments, "scope"));
        Assert.Throws<AmoCrmArgumentException>(() => ApiPath.Segments(default(CustomFieldScope), "scope"));
    }
}
