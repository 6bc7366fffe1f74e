using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class QueryStringTests
{
    [Fact]
    public void Values_are_percent_encoded_and_names_nested_in_brackets()
    {
        var query = new QueryString();
        query.Add("query", "+7 900 & сын");
        query.Add("filter[price][from]", 1234.50m);
        query.Add("filter[updated_at][to]", DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        query.Add("filter[is_completed]", true);
        query.Add("filter[is_deleted]", false);
        query.AddList("filter[id]", [1L, 2L]);
        query.AddComma("with", ["contacts", "a,b"]);
        query.AddComma("none", Array.Empty<string>());
        Assert.Equal(
            "query=%2B7%20900%20%26%20%D1%81%D1%8B%D0%BD&filter%5Bprice%5D%5Bfrom%5D=1234.50&filter%5Bupdated_at%5D%5Bto%5D=1700000000"
            + "&filter%5Bis_completed%5D=1&filter%5Bis_deleted%5D=0&filter%5Bid%5D%5B%5D=1&filter%5Bid%5D%5B%5D=2&with=contacts,a%2Cb",
            query.ToString());
    }

    [Fact]
    public void Enums_go_in_as_the_words_that_they_are()
    {
        var query = new QueryString();
        query.AddList("filter[type]", [EventType.LeadAdded, "new_type"]);
        query.AddComma("with", [LeadInclude.Contacts, LeadInclude.LossReason]);
        Assert.Equal("filter%5Btype%5D%5B%5D=lead_added&filter%5Btype%5D%5B%5D=new_type&with=contacts,loss_reason", query.ToString());
        Assert.Throws<AmoCrmArgumentException>(() => query.AddList("filter[type]", Array.Empty<EventType>()));
    }

    [Fact]
    public void Nothing_added_is_no_query()
    {
        Assert.Null(new QueryString().ToQuery());
        Assert.Equal(string.Empty, new QueryString().ToString());
        Assert.False(QueryString.HasItems(static (_, _) => { }));
        Assert.True(QueryString.HasItems(static (query, prefix) => query.Add($"{prefix}[id]", 1)));
    }

    [Fact]
    public void Null_is_no_value()
    {
        var query = new QueryString();
        Assert.Throws<ArgumentNullException>(() => query.Add("query", (string)null!));
        Assert.Throws<ArgumentNullException>(() => query.AddList("id", (IEnumerable<string>)null!));
        Assert.Throws<ArgumentNullException>(() => query.AddComma("with", (IEnumerable<string>)null!));
    }
}
