using System.Net;

namespace AmoCrm.Emulator.Tests.Catalogs;

public sealed class CatalogTests : EmulatorTest
{
    [Fact]
    public async Task Lists_are_made_and_changed_and_answer_whole()
    {
        var created = (await PostAsync("catalogs", """[{"name":"Ткани","can_link_multiple":false,"request_id":"123"}]""")).Items("catalogs").Single()!;
        Assert.Equal(("Ткани", "regular", false, "123"), (created["name"]!.ToString(), created["type"]!.ToString(), created["can_link_multiple"]!.GetValue<bool>(), created["request_id"]!.ToString()));
        var updated = (await PatchAsync($"catalogs/{created["id"]}", """{"name":"Обивка"}""")).Json;
        Assert.Equal(("Обивка", created["id"]!.ToString()), (updated["name"]!.ToString(), updated["request_id"]!.ToString()));
        Assert.Equal("Кожа", (await PatchAsync("catalogs", $$"""[{"id":{{created["id"]}},"name":"Кожа"}]""")).Items("catalogs")[0]!["name"]!.ToString());
        Assert.Equal(["Товары"], (await GetAsync("catalogs?type=products")).Items("catalogs").Select(catalog => catalog!["name"]!.ToString()));
    }

    [Fact]
    public async Task There_are_ten_lists_at_most_and_one_of_products()
    {
        Assert.Equal(["NotSupportedChoice type"], (await PostAsync("catalogs", """[{"name":"a","type":"products"}]""")).Errors());
        Assert.Equal(["FieldMissing name"], (await PostAsync("catalogs", "[{}]")).Errors());
        await PostAsync("catalogs", $"[{string.Join(',', Enumerable.Repeat("""{"name":"a"}""", 8))}]");
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("catalogs", """[{"name":"a"}]""")).Status);
    }

    [Fact]
    public async Task Elements_are_made_changed_and_answer_whole()
    {
        var created = (await PostAsync("catalogs/9001/elements", """[{"name":"Полка","custom_fields_values":[{"field_code":"PRICE","values":[{"value":950}]}]}]""")).Items("elements").Single()!;
        Assert.Equal(("Полка", "0", "950"), (created["name"]!.ToString(), created["request_id"]!.ToString(), created["custom_fields_values"]![0]!["values"]![0]!["value"]!.ToString()));
        var updated = (await PatchAsync($"catalogs/9001/elements/{created["id"]}", """{"name":"Полка навесная"}""")).Json;
        Assert.Equal(created["id"]!.ToString(), updated["request_id"]!.ToString());
        Assert.Equal("Полка навесная", (await GetAsync($"catalogs/9001/elements/{created["id"]}")).Json["name"]!.ToString());
        Assert.Equal(["NotSupportedChoice custom_fields_values.0.field_code"], (await PostAsync("catalogs/9002/elements", """[{"name":"a","custom_fields_values":[{"field_code":"SKU","values":[{"value":"1"}]}]}]""")).Errors());
    }

    [Theory]
    [InlineData(ElementIdFilter.Both, 1, 1)]
    [InlineData(ElementIdFilter.Filter, 1, 3)]
    [InlineData(ElementIdFilter.TopLevel, 3, 1)]
    public async Task The_filter_by_id_is_a_switch(ElementIdFilter form, int byFilter, int byTopLevel)
    {
        Crm.Behaviour.ElementIdFilter = form;
        Assert.Equal(byFilter, (await GetAsync("catalogs/9001/elements?filter[id][]=16002")).Items("elements").Count);
        Assert.Equal(byTopLevel, (await GetAsync("catalogs/9001/elements?id[]=16002")).Items("elements").Count);
    }

    [Fact]
    public async Task Elements_are_searched_and_read()
    {
        Assert.Equal([16002], (await GetAsync("catalogs/9001/elements?query=chr-300")).Ids("elements"));
        var element = (await GetAsync("catalogs/9001/elements/16001?with=invoice_link")).Json.AsObject();
        Assert.Null(element["is_deleted"]);
        Assert.True(element.ContainsKey("invoice_link"));
        Crm.Behaviour.ElementIsDeletedNull = false;
        Assert.False((await GetAsync("catalogs/9001/elements/16001")).Json["is_deleted"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("catalogs/9002/elements/16001")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("catalogs/1/elements")).Status);
    }
}
