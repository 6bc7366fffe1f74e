namespace AmoCrm.Cli.Demo;

/// <summary>Whom a telling of the story is about, and the ids of what came into being on the way.</summary>
/// <param name="Client">Full name of the new client.</param>
/// <param name="Phone">The client's phone.</param>
/// <param name="Company">Name of the client's company.</param>
/// <param name="Mark">A Latin word that keeps addresses and codes of the two tellings apart.</param>
internal sealed record StoryFacts(string Client, string Phone, string Company, string Mark)
{
    public static StoryFacts ForTyped() => new("Марина Белова", "+79005550101", "ООО «Белый дом»", "typed");

    public static StoryFacts ForByName() => new("Тимур Алиев", "+79005550202", "Кафе «Уют»", "by-name");

    public long ContactId { get; set; }

    public long CompanyId { get; set; }

    public long LeadId { get; set; }

    public long TaskId { get; set; }

    public long PipelineId { get; set; }

    public long StageId { get; set; }

    public long FieldId { get; set; }

    public long CallId { get; set; }

    public long EventNoteId { get; set; }

    public long CatalogId { get; set; }

    public long WebhookId { get; set; }

    public string Lead => $"Кухня: {Client}";

    public string Pipeline => $"Кухни на заказ ({Mark})";

    public string Field => $"Цвет фасада ({Mark})";

    public string Tag => $"новосёл {Mark}";

    public string Catalog => $"Фурнитура ({Mark})";

    public string Webhook => $"https://example.com/amocrm/{Mark}";
}
