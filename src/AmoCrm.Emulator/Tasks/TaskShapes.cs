namespace AmoCrm.Emulator.Tasks;

/// <summary>What bodies of tasks may hold.</summary>
internal static class TaskShapes
{
    public static readonly Shape Create = Shape.ObjectOf(
        new Member("text", Shape.Text, Required: true),
        new Member("complete_till", Shape.Int, Required: true),
        new Member("entity_id", Shape.Int, Nullable: true),
        new Member("entity_type", Shape.Choice("leads", "contacts", "companies", "customers"), Nullable: true),
        new Member("task_type_id", Shape.Int),
        new Member("responsible_user_id", Shape.Int),
        new Member("is_completed", Shape.Flag),
        new Member("result", Shape.ObjectOf(new Member("text", Shape.Text, Required: true))),
        new Member("duration", Shape.Int),
        new Member("created_by", Shape.Int),
        new Member("updated_by", Shape.Int),
        new Member("created_at", Shape.Int),
        new Member("updated_at", Shape.Int),
        new Member("request_id", Shape.IntOrText));

    public static readonly Shape Update = Create.AllOptional();

    public static readonly string[] Plain =
    [
        "text", "complete_till", "entity_id", "entity_type", "task_type_id", "responsible_user_id", "is_completed", "duration", "created_by",
        "updated_by", "created_at", "updated_at",
    ];
}
