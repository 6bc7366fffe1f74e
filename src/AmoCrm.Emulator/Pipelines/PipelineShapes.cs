namespace AmoCrm.Emulator.Pipelines;

/// <summary>What bodies of pipelines and stages may hold.</summary>
internal static class PipelineShapes
{
    public static readonly Shape PipelineUpdate = Shape.ObjectOf(
        new Member("name", Shape.Text),
        new Member("sort", Shape.Int),
        new Member("is_main", Shape.Flag),
        new Member("is_unsorted_on", Shape.Flag),
        new Member("request_id", Shape.IntOrText));

    private static readonly Shape Color = Shape.Choice(StagePalette.Colors);

    private static readonly Shape EmbeddedStatus = Shape.ObjectOf(
        new Member("id", Shape.Int),
        new Member("name", Shape.Text),
        new Member("sort", Shape.Int),
        new Member("color", Color));

    private static readonly Shape Description = Shape.ObjectOf(
        new Member("id", Shape.Int),
        new Member("level", Shape.Choice("newbie", "candidate", "master")),
        new Member("description", Shape.Text, Nullable: true));

    public static readonly Shape PipelineCreate = Shape.ObjectOf(
        new Member("name", Shape.Text, Required: true),
        new Member("sort", Shape.Int, Required: true),
        new Member("is_main", Shape.Flag, Required: true),
        new Member("is_unsorted_on", Shape.Flag, Required: true),
        new Member("request_id", Shape.IntOrText),
        new Member("_embedded", Shape.ObjectOf(new Member("statuses", Shape.ListOf(EmbeddedStatus)))));

    public static readonly Shape StatusCreate = Shape.ObjectOf(
        new Member("name", Shape.Text, Required: true),
        new Member("sort", Shape.Int, Required: true),
        new Member("color", Color),
        new Member("descriptions", Shape.ListOf(Description)),
        new Member("request_id", Shape.IntOrText));

    public static readonly Shape StatusUpdate = StatusCreate.AllOptional();
}
