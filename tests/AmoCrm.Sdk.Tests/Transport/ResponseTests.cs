using System.Text;
using System.Text.Json;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class ResponseTests
{
    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void The_statuses_of_two_hundred_are_successes(int status, bool expected)
    {
        var response = new AmoCrmResponse(status);
        Assert.Equal(expected, response.IsSuccess);
        if (expected)
        {
            Assert.Same(response, response.EnsureSuccess());
        }
        else
        {
            Assert.ThrowsAny<AmoCrmException>(response.EnsureSuccess);
        }
    }

    /// <summary>amoCRM's page for blocked addresses is told from a refusal of rights by its being a page.</summary>
    [Theory]
    [InlineData("text/html", "Forbidden", true)]
    [InlineData("application/xhtml+xml", "Forbidden", true)]
    [InlineData("text/plain", "<html>", false)]
    [InlineData("application/json", "", false)]
    [InlineData(null, " \r\n\t<html>", true)]
    [InlineData(null, "Forbidden", false)]
    [InlineData(null, " ", false)]
    public void A_page_is_known_by_its_type_or_else_by_how_it_begins(string? type, string body, bool isPage)
    {
        var response = new AmoCrmResponse(403, Encoding.UTF8.GetBytes(body)) { ContentType = type };
        var exception = Assert.ThrowsAny<AmoCrmApiException>(response.EnsureSuccess);
        Assert.Equal(isPage, exception is AmoCrmBlockedException);
        Assert.Equal(isPage, exception.Error.IsHtml);
    }

    [Fact]
    public void No_body_is_undefined_JSON() => Assert.Equal(JsonValueKind.Undefined, new AmoCrmResponse(204).Json().ValueKind);

    [Theory]
    [InlineData("amocrm_get_item", "amocrm_get_item")]
    [InlineData(null, "amoCRM")]
    public void What_is_not_JSON_names_the_handler_and_the_status(string? handler, string named)
    {
        var exception = Assert.Throws<AmoCrmInvalidResponseException>(() => new AmoCrmResponse(200, "canary"u8.ToArray()) { Handler = handler }.Json());
        Assert.StartsWith($"{named}: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("200", exception.Message, StringComparison.Ordinal);
        Assert.Equal(handler, exception.Handler);
        Assert.Equal(200, exception.StatusCode);
    }
}
