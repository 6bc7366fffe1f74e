using System.Net;

namespace AmoCrm.Emulator.Tests.Links;

public sealed class LinkTests : EmulatorTest
{
    [Fact]
    public async Task Linking_answers_the_links_and_logs_both_sides()
    {
        var reply = await PostAsync("companies/11003/link", """[{"to_entity_id":10004,"to_entity_type":"contacts"}]""");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(1, reply.Json["_total_items"]!.GetValue<int>());
        Assert.Equal("""[{"entity_id":11003,"entity_type":"companies","to_entity_id":10004,"to_entity_type":"contacts","metadata":null}]""", reply.Items("links").ToJsonString());
        Assert.Equal("""[{"link":{"entity":{"type":"contact","id":10004}}}]""", (await EventsAsync("entity_linked"))[0]!["value_after"]!.ToJsonString());
        Assert.Equal(10004, (await EventsAsync("company_linked"))[0]!["entity_id"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_second_company_takes_the_contact_over()
    {
        await PostAsync("companies/11003/link", """[{"to_entity_id":10001,"to_entity_type":"contacts"}]""");
        var companies = (await GetAsync("contacts/10001")).Json["_embedded"]!["companies"]!.AsArray();
        Assert.Equal(11003, Assert.Single(companies)!["id"]!.GetValue<int>());
        var contacts = (await GetAsync("companies/11001?with=contacts")).Json["_embedded"]!["contacts"]!.AsArray();
        Assert.Equal(10002, Assert.Single(contacts)!["id"]!.GetValue<int>());
    }

    [Fact]
    public async Task Unlinking_answers_204_and_takes_only_that_link()
    {
        var reply = await PostAsync("companies/11001/unlink", """[{"to_entity_id":10001,"to_entity_type":"contacts"}]""");
        Assert.Equal(HttpStatusCode.NoContent, reply.Status);
        Assert.Equal(
            [10002],
            (await GetAsync("companies/11001/links")).Items("links").Where(link => link!["to_entity_type"]!.ToString() == "contacts").Select(link => link!["to_entity_id"]!.GetValue<long>()));
        Assert.NotEmpty(await EventsAsync("entity_unlinked"));
    }

    [Fact]
    public async Task Links_of_a_lead_carry_their_metadata()
    {
        var links = (await GetAsync("leads/12001/links")).Items("links").ToJsonString();
        Assert.Contains("""{"to_entity_id":10001,"to_entity_type":"contacts","metadata":{"main_contact":true}}""", links, StringComparison.Ordinal);
        Assert.Contains("""{"to_entity_id":11001,"to_entity_type":"companies","metadata":null}""", links, StringComparison.Ordinal);
        Assert.Contains("""{"to_entity_id":16001,"to_entity_type":"catalog_elements","metadata":{"quantity":2,"catalog_id":9001}}""", links, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_main_contact_moves_by_link_and_when_it_leaves()
    {
        await PostAsync("leads/12001/link", """[{"to_entity_id":10002,"to_entity_type":"contacts","metadata":{"is_main":true}}]""");
        Assert.Equal(10002, await MainContactAsync());
        await PostAsync("leads/12001/unlink", """[{"to_entity_id":10002,"to_entity_type":"contacts"}]""");
        Assert.Equal(10001, await MainContactAsync());
    }

    [Fact]
    public async Task Many_entities_are_linked_listed_and_unlinked_at_once()
    {
        var linked = await PostAsync("leads/link", """
            [{"entity_id":12002,"to_entity_id":16002,"to_entity_type":"catalog_elements","metadata":{"catalog_id":9001,"quantity":3}},
             {"entity_id":12003,"to_entity_id":11003,"to_entity_type":"companies"}]
            """);
        Assert.Equal(2, linked.Items("links").Count);
        var listed = await GetAsync("leads/links?filter[entity_id][]=12003&filter[to_entity_type]=companies&filter[to_entity_id]=11003");
        Assert.Equal(12003, Assert.Single(listed.Items("links"))!["entity_id"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("leads/unlink", """[{"entity_id":12003,"to_entity_id":11003,"to_entity_type":"companies"}]""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("leads/links")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("leads/12001/links?filter[to_entity_type]=contacts")).Status);
    }

    [Theory]
    [InlineData("leads/12001", """[{"to_entity_id":1,"to_entity_type":"contacts"}]""", "NotSupportedChoice to_entity_id")]
    [InlineData("leads/12001", """[{"to_entity_id":13001,"to_entity_type":"customers"}]""", "NotSupportedChoice to_entity_type")]
    [InlineData("leads/12001", """[{"to_entity_id":16001,"to_entity_type":"catalog_elements"}]""", "FieldMissing metadata.catalog_id")]
    [InlineData("leads/12001", """[{"to_entity_id":16004,"to_entity_type":"catalog_elements","metadata":{"catalog_id":9001}}]""", "NotSupportedChoice to_entity_id")]
    [InlineData("leads/12001", """[{"to_entity_id":10004,"to_entity_type":"contacts","metadata":{"main_contact":true}}]""", "FieldNotExpected metadata.main_contact")]
    [InlineData("leads/1", """[{"to_entity_id":10004,"to_entity_type":"contacts"}]""", "NotSupportedChoice entity_id")]
    public async Task What_can_not_be_linked_is_refused(string entity, string body, string error) =>
        Assert.Equal([error], (await PostAsync(entity + "/link", body)).Errors());

    private async Task<long> MainContactAsync() =>
        (await GetAsync("leads/12001?with=contacts")).Json["_embedded"]!["contacts"]!.AsArray().Single(contact => contact!["is_main"]!.GetValue<bool>())!["id"]!.GetValue<long>();
}
