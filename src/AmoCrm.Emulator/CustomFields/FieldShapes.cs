namespace AmoCrm.Emulator.CustomFields;

/// <summary>What bodies of custom fields may hold.</summary>
internal static class FieldShapes
{
    private static readonly Shape Stage = Shape.ObjectOf(
        new Member("status_id", Shape.Int, Required: true),
        new Member("pipeline_id", Shape.Int, Required: true));

    private static readonly Shape Enum = Shape.ObjectOf(
        new Member("id", Shape.Int),
        new Member("value", Shape.Text, Required: true),
        new Member("sort", Shape.Int),
        new Member("code", Shape.Text, Nullable: true));

    private static readonly Shape Nested = Shape.ObjectOf(
        new Member("id", Shape.Int),
        new Member("parent_id", Shape.Int, Nullable: true),
        new Member("value", Shape.Text, Required: true),
        new Member("sort", Shape.Int),
        new Member("request_id", Shape.IntOrText),
        new Member("parent_request_id", Shape.IntOrText, Nullable: true));

    private static readonly Shape ChainedList = Shape.ObjectOf(
        new Member("title", Shape.Text, Nullable: true),
        new Member("catalog_id", Shape.Int, Required: true),
        new Member("parent_catalog_id", Shape.Int, Nullable: true));

    public static Shape Create(string scope) => Common(scope).And(new Member("type", Shape.Text, Required: true));

    public static Shape Update(string scope) => Common(scope).AllOptional();

    private static Shape Common(string scope)
    {
        var shape = Shape.ObjectOf(
            new Member("name", Shape.Text, Required: true),
            new Member("code", Shape.Text, Nullable: true),
            new Member("sort", Shape.Int),
            new Member("is_api_only", Shape.Flag),
            new Member("enums", Shape.ListOf(Enum), Nullable: true),
            new Member("request_id", Shape.IntOrText),
            new Member("settings", Shape.Any, Nullable: true));
        if (scope.StartsWith("catalogs/", StringComparison.Ordinal))
        {
            return shape.And(
                new Member("is_visible", Shape.Flag),
                new Member("is_required", Shape.Flag),
                new Member("nested", Shape.ListOf(Nested), Nullable: true),
                new Member("search_in", Shape.IntOrText));
        }

        shape = shape.And(
            new Member("group_id", Shape.Text, Nullable: true),
            new Member("required_statuses", Shape.ListOf(Stage), Nullable: true),
            new Member("remind", Shape.Choice("never", "day", "week", "month"), Nullable: true),
            new Member("currency", Shape.Text, Nullable: true));
        return scope is "leads" or "customers"
            ? shape.And(
                new Member("hidden_statuses", Shape.ListOf(Stage), Nullable: true),
                new Member("chained_lists", Shape.ListOf(ChainedList), Nullable: true),
                new Member("tracking_callback", Shape.Text, Nullable: true))
            : shape;
    }
}
