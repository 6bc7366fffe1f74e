namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class CatalogCases
{
    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_list_catalogs",
            Call = static async amo => await amo.Catalogs.ListAsync(new() { Type = CatalogType.Products }),
            Arguments = """{"type":"products"}""",
            Exchanges = [new("GET /api/v4/catalogs?type=products") { Answer = "catalogs.json" }],
            Check = static result =>
            {
                var catalogs = Assert.IsAssignableFrom<IReadOnlyList<Catalog>>(result);
                Assert.Equal([CatalogType.Products, CatalogType.Invoices], catalogs.Select(static catalog => catalog.Type!.Value));
                Assert.True(catalogs[0].CanLinkMultiple);
            },
        },
        new()
        {
            Name = "amocrm_create_catalog",
            Call = static async amo => await amo.Catalogs.CreateAsync(new() { Name = "Переплёты", Type = CatalogType.Regular, Sort = 10, CanAddElements = true, CanLinkMultiple = false }),
            Arguments = """{"name":"Переплёты","type":"regular","sort":10,"can_add_elements":true,"can_link_multiple":false}""",
            Exchanges =
            [
                new("POST /api/v4/catalogs") { Body = """[{"name":"Переплёты","type":"regular","sort":10,"can_add_elements":true,"can_link_multiple":false}]""", Answer = "catalog-created.json" },
            ],
            Check = static result => Assert.Equal((5102, "0"), (Assert.IsType<Catalog>(result).Id, ((Catalog)result!).RequestId)),
        },
        new()
        {
            Name = "amocrm_list_catalog_elements",
            Call = static async amo => await amo.Catalogs.ListElementsAsync(5100, new()
            {
                Query = "дуб",
                Filter = new() { Ids = [52001, 52002] },
                With = [CatalogElementInclude.InvoiceLink],
                Limit = 100,
            }),
            Arguments = """{"catalog_id":5100,"query":"дуб","filter":{"id":[52001,52002]},"with":["invoice_link"],"limit":100}""",
            Exchanges =
            [
                new("GET /api/v4/catalogs/5100/elements?query=дуб&filter[id][]=52001&filter[id][]=52002&with=invoice_link&page=1&limit=100") { Answer = "elements.json" },
            ],
            Check = static result =>
            {
                var page = Assert.IsType<Page<CatalogElement>>(result);
                var element = Assert.Single(page.Items);
                Assert.Null(element.IsDeleted);
                Assert.Equal(7300, element.CustomFields!.GetNumber("PRICE"));
                Assert.Equal(51041, Assert.Single(element.CustomFields.GetItems("GROUP")).EnumId);
                Assert.True(page.HasMore);
            },
        },
        new()
        {
            Name = "amocrm_create_catalog_element",
            Call = static async amo => await amo.Catalogs.CreateElementAsync(5100, new() { Name = "Полка сосновая", CustomFields = new() { ["PRICE"] = 5200, ["GROUP"] = CustomFieldInputValue.EnumId(51041) } }),
            Arguments = """{"catalog_id":5100,"name":"Полка сосновая","custom_fields_values":{"PRICE":5200,"GROUP":{"enum_id":51041}}}""",
            Exchanges =
            [
                new("POST /api/v4/catalogs/5100/elements")
                {
                    Body = """
                        [{"name":"Полка сосновая","custom_fields_values":[{"field_code":"PRICE","values":[{"value":5200}]},{"field_code":"GROUP","values":[{"enum_id":51041}]}]}]
                        """,
                    Answer = "element-created.json",
                },
            ],
            Check = static result =>
            {
                // Here amoCRM answers the request id as a number.
                var element = Assert.IsType<CatalogElement>(result);
                Assert.Equal(52002, element.Id);
                Assert.Equal("0", element.RequestId);
            },
        },
        new()
        {
            // amoCRM's own form of custom fields, under the older name of the param.
            Name = "amocrm_create_catalog_element: fields as amoCRM writes them",
            Call = static async amo => await amo.Catalogs.CreateElementAsync(5100, new() { Name = "Полка", CustomFields = new() { [5103] = "5200" } }),
            Arguments = """{"catalog_id":5100,"name":"Полка","custom_fields":[{"field_id":5103,"values":[{"value":"5200"}]}]}""",
            Exchanges =
            [
                new("POST /api/v4/catalogs/5100/elements")
                {
                    Body = """[{"name":"Полка","custom_fields_values":[{"field_id":5103,"values":[{"value":"5200"}]}]}]""",
                    Answer = "element-created.json",
                },
            ],
            Check = static result => Assert.Equal(52002, Assert.IsType<CatalogElement>(result).Id),
        },
    ];
}
