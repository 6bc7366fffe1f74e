namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class LinkCases
{
    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_list_links",
            Call = static async amo => await amo.Links.ListAsync(EntityType.Leads, 21001, new() { Filter = new() { ToEntityId = 52001, ToEntityType = EntityType.CatalogElements, ToCatalogId = 5100 } }),
            Arguments = """{"entity_type":"lead","entity_id":21001,"filter":{"to_entity_id":52001,"to_entity_type":"catalog_elements","to_catalog_id":5100}}""",
            Exchanges =
            [
                new("GET /api/v4/leads/21001/links?filter[to_entity_id]=52001&filter[to_entity_type]=catalog_elements&filter[to_catalog_id]=5100") { Answer = "links.json" },
            ],
            Check = static result =>
            {
                var links = Assert.IsAssignableFrom<IReadOnlyList<EntityLink>>(result);
                Assert.Equal(2, links[0].Metadata!.Quantity);
                Assert.True(links[1].Metadata!.MainContact);
            },
        },
        new()
        {
            Name = "amocrm_link",
            Call = static async amo => await amo.Links.LinkAsync(EntityType.Leads, 21001, EntityType.CatalogElements, 52001, new() { CatalogId = 5100, Quantity = 2.5m, PriceId = 5103, UpdatedBy = 8101 }),
            Arguments = """{"entity_type":"leads","entity_id":21001,"to_entity_type":"catalog_elements","to_entity_id":52001,"catalog_id":5100,"quantity":2.5,"price_id":5103,"updated_by":8101}""",
            Exchanges =
            [
                new("POST /api/v4/leads/21001/link")
                {
                    Body = """[{"to_entity_id":52001,"to_entity_type":"catalog_elements","metadata":{"catalog_id":5100,"quantity":2.5,"price_id":5103,"updated_by":8101}}]""",
                    Answer = """{"_total_items":1,"_embedded":{"links":[{"entity_id":21001,"entity_type":"leads","to_entity_id":52001,"to_entity_type":"catalog_elements","metadata":{"quantity":2.5,"catalog_id":5100}}]}}""",
                },
            ],
            Check = static result => Assert.Equal(2.5m, Assert.IsType<EntityLink>(result).Metadata!.Quantity),
        },
        new()
        {
            Name = "amocrm_link: the main contact",
            Call = static async amo => await amo.Links.LinkAsync(EntityType.Leads, 21001, EntityType.Contacts, 41001, new() { IsMain = true }),
            Arguments = """{"entity_type":"leads","entity_id":21001,"to_entity_type":"contact","to_entity_id":41001,"is_main":true}""",
            Exchanges =
            [
                new("POST /api/v4/leads/21001/link")
                {
                    Body = """[{"to_entity_id":41001,"to_entity_type":"contacts","metadata":{"is_main":true}}]""",
                    Answer = """{"_embedded":{"links":[{"entity_id":21001,"entity_type":"leads","to_entity_id":41001,"to_entity_type":"contacts","metadata":{"main_contact":true}}]}}""",
                },
            ],
            Check = static result => Assert.True(Assert.IsType<EntityLink>(result).Metadata!.MainContact),
        },
        new()
        {
            Name = "amocrm_unlink",
            Call = static async amo => await amo.Links.UnlinkAsync(EntityType.Leads, 21001, EntityType.CatalogElements, 52001, new() { CatalogId = 5100 }),
            Arguments = """{"entity_type":"leads","entity_id":21001,"to_entity_type":"catalog_elements","to_entity_id":52001,"catalog_id":5100}""",
            Exchanges =
            [
                new("POST /api/v4/leads/21001/unlink") { Body = """[{"to_entity_id":52001,"to_entity_type":"catalog_elements","metadata":{"catalog_id":5100}}]""", Status = 204 },
            ],
            Check = static result => Assert.IsType<NoContent>(result),
        },
    ];
}
