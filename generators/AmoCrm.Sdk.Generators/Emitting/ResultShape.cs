using AmoCrm.Sdk.Generators.Model;

namespace AmoCrm.Sdk.Generators.Emitting;

/// <summary>The C# type of a handler's result.</summary>
internal static class ResultShape
{
    private static readonly TypeSpec Int64 = new(TypeKind.Primitive, "int64", IsList: false, IsNullable: false, IsValueType: true);
    private static readonly TypeSpec Text = new(TypeKind.Primitive, "string", IsList: false, IsNullable: true, IsValueType: false);
    private static readonly TypeSpec Time = new(TypeKind.Primitive, "unixTime", IsList: false, IsNullable: true, IsValueType: true);
    private static readonly TypeSpec Texts = new(TypeKind.Primitive, "string", IsList: true, IsNullable: false, IsValueType: false);

    /// <summary>True when the handler has an emitted <c>{Stem}Result</c>.</summary>
    public static bool IsEmitted(HandlerSpec handler) => handler.Returns.Kind is ReturnsKind.Created or ReturnsKind.Updated;

    /// <summary>True when the result is null for a missing object.</summary>
    public static bool IsNullable(HandlerSpec handler) => handler.Returns is { Kind: ReturnsKind.Entity, Missing.Count: > 0 };

    /// <summary>The type of the task's result.</summary>
    public static string TypeOf(HandlerSpec handler) => handler.Returns.Kind switch
    {
        ReturnsKind.Entity => handler.Returns.ModelName + (IsNullable(handler) ? "?" : ""),
        ReturnsKind.Page => $"Page<{handler.Returns.ModelName}>",
        ReturnsKind.List => $"IReadOnlyList<{handler.Returns.ModelName}>",
        ReturnsKind.Result => handler.Returns.ModelName,
        ReturnsKind.Nothing => "NoContent",
        _ => handler.Stem + "Result",
    };

    /// <summary>The type of one entity or result: what a page or a list has many of.</summary>
    public static string ItemOf(HandlerSpec handler) => IsEmitted(handler) ? TypeOf(handler) : handler.Returns.ModelName;

    /// <summary>The type that the operation answers: a hand-written method reads the JSON of its answers itself.</summary>
    public static string OperationTypeOf(HandlerSpec handler) => IsRaw(handler) ? "JsonElement" : TypeOf(handler);

    /// <summary>True when the operation hands its answer on as it came.</summary>
    public static bool IsRaw(HandlerSpec handler) => handler is { IsCustom: true, Returns.Kind: ReturnsKind.Result };

    /// <summary>True when the result carries the entity as it was read back.</summary>
    public static bool HasEntity(HandlerSpec handler) => handler.Returns.FetchOperation is not null;

    /// <summary>The JSON name of the entity in a created or updated result.</summary>
    public static string EntityName(HandlerSpec handler) => CSharpNames.Snake(handler.Returns.Property);

    /// <summary>The members of a created or updated result that the answer itself has.</summary>
    public static IReadOnlyList<FieldSpec> AnsweredFields(HandlerSpec handler)
    {
        var fields = new List<FieldSpec> { Field("id", "Id", Int64, handler.Returns.Kind == ReturnsKind.Created ? "Id of what was created." : "Id of what was changed.") };
        Add(Field("updated_at", "UpdatedAt", Time, "When amoCRM recorded the change (UTC)."), handler.Returns.Kind == ReturnsKind.Updated);
        Add(Field("request_id", "RequestId", Text, "The id the item had in the request, where amoCRM echoes it."), true);
        foreach (var extra in handler.Returns.Extra)
        {
            Add(extra, true);
        }

        return fields;

        void Add(FieldSpec field, bool isWanted)
        {
            if (isWanted && fields.TrueForAll(other => other.Property != field.Property))
            {
                fields.Add(field);
            }
        }
    }

    /// <summary>Every member of a created or updated result that is JSON both ways.</summary>
    public static IReadOnlyList<FieldSpec> Fields(HandlerSpec handler)
    {
        var fields = AnsweredFields(handler).ToList();
        if (HasEntity(handler))
        {
            var model = new TypeSpec(TypeKind.Model, handler.Returns.ModelName, IsList: false, IsNullable: true, IsValueType: false);
            fields.Add(Field(EntityName(handler), handler.Returns.Property, model, "The whole object, read back when `fetch` was asked for and worked; else null."));
        }

        if (handler.Returns.HasSteps)
        {
            fields.Add(Field("completed_steps", "CompletedSteps", Texts, "The requests that were done, in order; empty where there is only one."));
        }

        return fields;
    }

    private static FieldSpec Field(string name, string property, TypeSpec type, string summary) =>
        new(name, property, type, new EquatableArray<string>([name]), summary);
}
