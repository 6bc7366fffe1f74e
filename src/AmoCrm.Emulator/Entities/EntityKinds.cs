namespace AmoCrm.Emulator.Entities;

/// <summary>The table of the four main entities (catalogue 1.6, 1.7, 1.8, 1.19, 5.1, 5.2).</summary>
internal static class EntityKinds
{
    private static readonly string[] CommonLists = ["id", "name", "created_by", "updated_by", "responsible_user_id"];
    private static readonly string[] CommonRanges = ["created_at", "updated_at", "closest_task_at"];

    private static readonly Member[] LeadMembers =
    [
        .. EntityShapes.Common,
        new("price", Shape.Int),
        new("status_id", Shape.Int),
        new("pipeline_id", Shape.Int),
        new("closed_at", Shape.Int, Nullable: true),
        new("loss_reason_id", Shape.Int, Nullable: true),
        new("visitor_uid", Shape.Text),
    ];

    private static readonly Member[] ContactMembers =
    [
        .. EntityShapes.Common,
        new("first_name", Shape.Text),
        new("last_name", Shape.Text),
    ];

    private static readonly Member[] CustomerMembers =
    [
        .. EntityShapes.Common,
        new("next_price", Shape.Int),
        new("next_date", Shape.Int),
        new("status_id", Shape.Int),
        new("periodicity", Shape.Int),
    ];

    private static readonly Member CustomerEmbedded = EntityShapes.Embedded(EntityShapes.EmbeddedTags, new Member("segments", EntityShapes.LinkedIds));

    public static EntityKind Leads { get; } = new("leads", "lead")
    {
        Template = EntityTemplates.Lead,
        Create = Shape.ObjectOf(LeadMembers).And(EntityShapes.Embedded(
            EntityShapes.EmbeddedTags,
            new Member("contacts", EntityShapes.LinkedContacts),
            new Member("companies", EntityShapes.LinkedCompany),
            new Member("source", EntityShapes.Source))),
        Update = Shape.ObjectOf(LeadMembers).And(EntityShapes.TagsToDelete, EntityShapes.Embedded(EntityShapes.EmbeddedTags)),
        Plain = [.. EntityShapes.CommonPlain, "price", "closed_at", "loss_reason_id"],
        Orders = ["created_at", "updated_at", "id"],
        With = ["catalog_elements", "is_price_modified_by_robot", "loss_reason", "contacts", "only_deleted", "source_id", "source"],
        EmbeddedAlways = ["companies"],
        RangeFilters = [.. CommonRanges, "price", "closed_at"],
        ListFilters = [.. CommonLists, "pipeline_id"],
    };

    public static EntityKind Contacts { get; } = new("contacts", "contact")
    {
        Template = EntityTemplates.Contact,
        Create = Shape.ObjectOf(ContactMembers).And(EntityShapes.Embedded(EntityShapes.EmbeddedTags)),
        Update = Shape.ObjectOf(ContactMembers).And(EntityShapes.TagsToDelete, EntityShapes.Embedded(EntityShapes.EmbeddedTags)),
        Plain = [.. EntityShapes.CommonPlain, "first_name", "last_name"],
        Orders = ["updated_at", "id"],
        With = ["catalog_elements", "leads", "customers", "social_profiles", "only_deleted"],
        EmbeddedAlways = ["companies"],
        RangeFilters = CommonRanges,
        ListFilters = CommonLists,
        UpdateTellsName = true,
    };

    public static EntityKind Companies { get; } = new("companies", "company")
    {
        Template = EntityTemplates.Company,
        Create = Shape.ObjectOf(EntityShapes.Common).And(EntityShapes.Embedded(EntityShapes.EmbeddedTags)),
        Update = Shape.ObjectOf(EntityShapes.Common).And(EntityShapes.TagsToDelete, EntityShapes.Embedded(EntityShapes.EmbeddedTags)),
        Plain = EntityShapes.CommonPlain,
        Orders = ["updated_at", "id"],
        With = ["catalog_elements", "leads", "customers", "contacts", "only_deleted"],
        EmbeddedAlways = [],
        RangeFilters = CommonRanges,
        ListFilters = CommonLists,
        UpdateTellsName = true,
    };

    public static EntityKind Customers { get; } = new("customers", "customer")
    {
        Template = EntityTemplates.Customer,
        Create = Shape.ObjectOf(CustomerMembers).And(CustomerEmbedded).Requiring("name"),
        Update = Shape.ObjectOf(CustomerMembers).And(EntityShapes.TagsToDelete, CustomerEmbedded),
        Plain = [.. EntityShapes.CommonPlain, "next_price", "next_date", "status_id", "periodicity"],
        Orders = ["updated_at", "id"],
        With = ["catalog_elements", "contacts", "companies"],
        EmbeddedAlways = [],
        RangeFilters = [.. CommonRanges, "next_price", "next_date"],
        ListFilters = [.. CommonLists, "status_id"],
        UpdateTellsRequestId = true,
    };

    public static IReadOnlyList<EntityKind> All { get; } = [Leads, Contacts, Companies, Customers];

    public static EntityKind Of(string plural) => All.First(kind => kind.Plural == plural);
}
