using System.Text;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>What gets into logs of requests and models.</summary>
public sealed class RequestTextTests
{
    [Fact]
    public void A_request_says_its_type_and_the_ids_it_has()
    {
        Assert.Equal("LinkRequest { LeadId = 7, ContactId = 9 }", RequestText.Of("LinkRequest", ("LeadId", 7), ("UserId", null), ("ContactId", 9)));
        Assert.Equal("LinkRequest { ContactId = 9 }", RequestText.Of("LinkRequest", ("LeadId", null), ("ContactId", 9)));
        Assert.Equal("LinkRequest", RequestText.Of("LinkRequest", ("LeadId", null)));
        Assert.Equal("LinkRequest", RequestText.Of("LinkRequest"));
    }

    [Fact]
    public void A_model_says_its_id_if_it_has_one()
    {
        var text = new StringBuilder();
        Assert.False(RequestText.PrintId(text, null));
        Assert.Equal(0, text.Length);
        Assert.True(RequestText.PrintId(text, 7));
        Assert.Equal("Id = 7", text.ToString());
    }

    [Fact]
    public void A_raw_request_and_its_answer_say_no_query_and_no_body()
    {
        var request = new AmoCrmRequest(HttpMethod.Post, "/api/v4/leads") { Query = "query=canary", Body = "canary"u8.ToArray() };
        Assert.Equal("POST /api/v4/leads", request.ToString());
        Assert.Equal("200 application/json (6 bytes)", new AmoCrmResponse(200, "canary"u8.ToArray()) { ContentType = "application/json" }.ToString());
    }
}
