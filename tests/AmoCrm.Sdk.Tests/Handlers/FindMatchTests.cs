using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>What a search verifies: a way of matching that it does not know must not become "anything fits".</summary>
public sealed class FindMatchTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_way_to_match_is_refused_with_those_there_are()
    {
        var test = new TestClient();
        var contact = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => test.Client.Contacts.FindAsync("Anna", new FindContactRequest { Match = "telephone" }, Token));
        var lead = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => test.Client.Leads.FindAsync("Anna", new FindLeadRequest { Match = "phone" }, Token));

        Assert.Equal("match", contact.ParamName);
        Assert.Contains("any, phone, email, name", contact.Message, StringComparison.Ordinal);
        Assert.Contains("any, name", lead.Message, StringComparison.Ordinal);
        Assert.Empty(test.Http.Sent);
    }

    [Theory]
    [InlineData("Anna")]
    [InlineData("+7 (9")]
    public async Task A_text_that_is_no_phone_is_not_searched_for_as_one(string query)
    {
        var test = new TestClient();

        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => test.Client.Contacts.FindAsync(query, new FindContactRequest { Match = ContactMatch.Phone }, Token));

        Assert.Equal("query", exception.ParamName);
        Assert.Empty(test.Http.Sent);
    }
}
