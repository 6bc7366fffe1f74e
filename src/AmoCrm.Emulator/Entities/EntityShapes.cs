namespace AmoCrm.Emulator.Entities;

/// <summary>Pieces that the bodies of the main entities share.</summary>
internal static class EntityShapes
{
    private static readonly Shape Tag = Shape.ObjectOf(new Member("id", Shape.Int), new Member("name", Shape.Text));

    public static readonly Shape Tags = Shape.ListOf(Tag);

    public static readonly Member EmbeddedTags = new("tags", Tags, Nullable: true);

    public static readonly Shape LinkedContacts = Shape.ListOf(Shape.ObjectOf(
        new Member("id", Shape.Int, Required: true),
        new Member("is_main", Shape.Flag)));

    public static readonly Shape LinkedIds = Shape.ListOf(Shape.ObjectOf(new Member("id", Shape.Int, Required: true)));

    public static readonly Shape LinkedCompany = Shape.ListOf(Shape.ObjectOf(new Member("id", Shape.Int, Required: true)), max: 1);

    public static readonly Shape Source = Shape.ObjectOf(
        new Member("external_id", Shape.IntOrText, Required: true),
        new Member("type", Shape.Choice("widget"), Required: true));

    /// <summary>Members that every main entity takes, in a create and in an update.</summary>
    public static readonly Member[] Common =
    [
        new("name", Shape.Text),
        new("responsible_user_id", Shape.Int),
        new("created_by", Shape.Int),
        new("updated_by", Shape.Int),
        new("created_at", Shape.Int),
        new("updated_at", Shape.Int),
        new("custom_fields_values", FieldValueReader.Shape, Nullable: true),
        new("tags_to_add", Tags),
        new("request_id", Shape.IntOrText),
    ];

    public static readonly Member TagsToDelete = new("tags_to_delete", Tags);

    public static readonly string[] CommonPlain = ["name", "responsible_user_id", "created_by", "updated_by", "created_at", "updated_at"];

    public static Member Embedded(params Member[] members) => new("_embedded", Shape.ObjectOf(members));
}
