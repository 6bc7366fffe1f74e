namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class TagCases
{
    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_list_tags",
            Call = static async amo => await amo.Tags.ListAsync(EntityType.Leads, new() { Query = "оп", Filter = new() { Ids = [62, 63], Name = "опт" }, Limit = 2 }),
            Arguments = """{"query":"оп","filter":{"id":[62,63],"name":"опт"},"limit":2}""",
            Exchanges = [new("GET /api/v4/leads/tags?query=оп&filter[id][]=62&filter[id][]=63&filter[name]=опт&page=1&limit=2") { Answer = "tags.json" }],
            Check = static result =>
            {
                var page = Assert.IsType<Page<Tag>>(result);
                Assert.Equal(TagColor.Red, page.Items[0].Color);
                Assert.Null(page.Items[1].Color);
                Assert.True(page.HasMore);
            },
        },
        new()
        {
            Name = "amocrm_list_tags: of companies",
            Call = static async amo => await amo.Tags.ListAsync(EntityType.Companies),
            Arguments = """{"entity_type":"company"}""",
            Exchanges = [new("GET /api/v4/companies/tags?page=1&limit=250") { Answer = "tags.json" }],
            Check = static result => Assert.False(Assert.IsType<Page<Tag>>(result).HasMore),
        },
        new()
        {
            Name = "amocrm_create_tag",
            Call = static async amo => await amo.Tags.CreateAsync(EntityType.Leads, new() { Name = "срочно", Color = TagColor.Red }),
            Arguments = """{"entity_type":"leads","name":"срочно","color":"FF8F92"}""",
            Exchanges =
            [
                new("POST /api/v4/leads/tags")
                {
                    Body = """[{"name":"срочно","color":"FF8F92"}]""",
                    Answer = """{"_total_items":1,"_embedded":{"tags":[{"id":62,"name":"срочно","color":"FF8F92","request_id":"0"}]}}""",
                },
            ],
            Check = static result => Assert.Equal((62, "0"), (Assert.IsType<Tag>(result).Id, ((Tag)result!).RequestId)),
        },
    ];
}
