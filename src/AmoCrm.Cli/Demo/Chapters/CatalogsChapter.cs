using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo.Chapters;

/// <summary>What the salon sells: a list of fittings beside the goods.</summary>
internal sealed class CatalogsChapter : IDemoChapter
{
    private const string Goods = "Товары";
    private const string Element = "Петля с доводчиком";

    public string Title => "Catalogs";

    public IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "amocrm_create_catalog",
            Typed: async (demo, token) =>
            {
                var request = new CreateCatalogRequest { Name = demo.Story.Catalog, CanAddElements = true };
                var catalog = await demo.CallAsync(amo => amo.Catalogs.CreateAsync(request, token)).ConfigureAwait(false);
                Check.Equal(demo.Story.Catalog, catalog.Name, "the name of the catalog");
                demo.Story.CatalogId = catalog.Id;
                return demo.Story.Catalog;
            },
            ByName: async (demo, token) =>
            {
                var catalog = await demo.CallByNameAsync($$"""{"name": "{{demo.Story.Catalog}}", "type": "regular", "can_add_elements": true}""", token).ConfigureAwait(false);
                Check.Equal(demo.Story.Catalog, catalog.Text("name"), "the name of the catalog");
                demo.Story.CatalogId = catalog.Id();
                return demo.Story.Catalog;
            }),
        new(
            "amocrm_list_catalogs",
            Typed: async (demo, token) =>
            {
                var catalogs = await demo.CallAsync(amo => amo.Catalogs.ListAsync(cancellationToken: token)).ConfigureAwait(false);
                Check.That(catalogs.Any(static catalog => catalog.Name == Goods) && catalogs.Any(catalog => catalog.Id == demo.Story.CatalogId), "the goods and the new catalog are listed");
                return $"{catalogs.Count} catalogs";
            },
            ByName: async (demo, token) =>
            {
                var catalogs = await demo.CallByNameAsync("{}", token).ConfigureAwait(false);
                Check.Equal(demo.Story.CatalogId, catalogs.ItemWith("name", demo.Story.Catalog, "the new catalog").Id(), "the id of the catalog");
                return $"{catalogs.GetArrayLength()} catalogs";
            }),
        new(
            "amocrm_create_catalog_element",
            Typed: async (demo, token) =>
            {
                var element = await demo.CallAsync(amo => amo.Catalogs.CreateElementAsync(demo.Story.CatalogId, new CreateCatalogElementRequest { Name = Element }, token)).ConfigureAwait(false);
                Check.Equal(Element, element.Name, "the name of the element");
                return Element;
            },
            ByName: async (demo, token) =>
            {
                var element = await demo.CallByNameAsync($$"""{"catalog_id": "{{demo.Story.CatalogId}}", "name": "{{Element}}"}""", token).ConfigureAwait(false);
                Check.Equal(Element, element.Text("name"), "the name of the element");
                return Element;
            }),
        new(
            "amocrm_list_catalog_elements",
            Typed: async (demo, token) =>
            {
                var elements = await demo.CallAsync(amo => amo.Catalogs.ListElementsAsync(demo.Story.CatalogId, cancellationToken: token)).ConfigureAwait(false);
                Check.That(elements.Items is [{ } only] && only.Name == Element, "the new element is the only one of its catalog");
                return Element;
            },
            ByName: async (demo, token) =>
            {
                var elements = await demo.CallByNameAsync($$"""{"catalog_id": {{demo.Story.CatalogId}}, "query": "Петля"}""", token).ConfigureAwait(false);
                Check.Equal(Element, elements.Text("items.0.name"), "the element that is found");
                return Element;
            }),
    ];
}
