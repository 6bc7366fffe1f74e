namespace AmoCrm.Emulator.Catalogs;

/// <summary>The lists of an account and their elements.</summary>
internal sealed class CatalogStore
{
    private readonly SortedDictionary<long, Element> _elements = [];

    public List<JsonObject> All { get; } = [];

    public JsonObject? Find(long id) => All.Find(catalog => catalog.Long("id") == id);

    public IEnumerable<Element> ElementsOf(long catalogId) => _elements.Values.Where(element => element.CatalogId == catalogId);

    public Element? Find(long catalogId, long elementId) =>
        _elements.TryGetValue(elementId, out var element) && element.CatalogId == catalogId ? element : null;

    public JsonObject? FindElement(long elementId) => _elements.GetValueOrDefault(elementId)?.Fields;

    public void Add(Element element) => _elements.Add(element.Id, element);
}
