using AmoCrm.Sdk.Generators.Emitting;
using AmoCrm.Sdk.Generators.Model;
using static AmoCrm.Sdk.Generators.Tests.Emitting.Specs;

namespace AmoCrm.Sdk.Generators.Tests.Emitting;

/// <summary>Models, and how they are read and written.</summary>
public class ModelEmitterTests
{
    private static readonly ModelSpec Company = new("Company", ModelKind.Entity, "A company.", null, ["_links"],
        [Field("id", "Id", Id), Field("name", "Name", Text), Field("steps", "Steps", Always(ListOf(Text))), Field("tags", "Tags", ListOf(ModelOf("Tag")), "_embedded", "tags")]);

    [Fact]
    public void Only_a_member_that_is_never_absent_is_required()
    {
        var text = ModelEmitter.Emit(Company).Text;

        Assert.Contains("public required long Id { get => _id; init => _id = value; }", text, StringComparison.Ordinal);
        Assert.Contains("public string? Name { get => _name; init => _name = value; }", text, StringComparison.Ordinal);
        Assert.Contains("private IReadOnlyList<string> _steps = [];", text, StringComparison.Ordinal);
        Assert.Contains("public IReadOnlyList<string> Steps { get => _steps; init => _steps = value; }", text, StringComparison.Ordinal);
        Assert.Contains("public AdditionalData? AdditionalData { get => _additionalData; init => _additionalData = value; }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reader_takes_members_in_any_order_and_keeps_unknown_ones() =>
        Assert.Equal(
            """
            public static Company? ReadFrom(ref Utf8JsonReader reader)
            {
                if (!JsonRead.StartObject(ref reader))
                {
                    return null;
                }

                var model = new Company { Id = default };
                long? id = null;
                while (JsonRead.NextMember(ref reader, out var member))
                {
                    switch (member.Length)
                    {
                        case 2 when member.SequenceEqual("id"u8):
                            id = JsonRead.Int64OrNull(ref reader);
                            break;
                        case 4 when member.SequenceEqual("name"u8):
                            model._name = JsonRead.String(ref reader);
                            break;
                        case 5 when member.SequenceEqual("steps"u8):
                            model._steps = JsonRead.Strings(ref reader) ?? [];
                            break;
                        case 9 when member.SequenceEqual("_embedded"u8):
                            model.ReadEmbedded(ref reader);
                            break;
                        case 6 when member.SequenceEqual("_links"u8):
                            JsonRead.Skip(ref reader);
                            break;
                        default:
                            AdditionalData.Add(ref model._additionalData, member, ref reader);
                            break;
                    }
                }

                model._id = id ?? throw JsonRead.MissingMember("Company", "id");
                return model;
            }
            """,
            Member(ModelJsonEmitter.Emit(Company).Text, "public static Company? ReadFrom"));

    [Fact]
    public void The_writer_leaves_nulls_out_and_rebuilds_nested_groups() =>
        Assert.Equal(
            """
            public void WriteTo(Utf8JsonWriter writer)
            {
                writer.WriteStartObject();
                writer.WriteNumber("id"u8, Id);
                JsonWrite.String(writer, "name"u8, Name);
                JsonWrite.Strings(writer, "steps"u8, Steps);

                if (Tags is not null || _additionalData?.HasGroup("_embedded") == true)
                {
                    writer.WriteStartObject("_embedded"u8);
                    JsonWrite.Models(writer, "tags"u8, Tags);
                    _additionalData?.WriteGroupTo(writer, "_embedded");
                    writer.WriteEndObject();
                }

                _additionalData?.WriteTo(writer);
                writer.WriteEndObject();
            }
            """,
            Member(ModelJsonEmitter.Emit(Company).Text, "public void WriteTo"));

    [Fact]
    public void A_query_model_writes_itself_in_brackets()
    {
        var model = new ModelSpec("CompanyFilter", ModelKind.Query, "A filter.", null, [],
        [
            Field("id", "Ids", ListOf(Number)),
            Field("kind", "Kinds", ListOf(EnumOf("Kind"))) with { Style = QueryStyle.Comma },
            Field("created_at", "CreatedAt", new TypeSpec(TypeKind.Runtime, "DateTimeRange", IsList: false, IsNullable: true, IsValueType: false)),
            Field("statuses", "Statuses", ListOf(new TypeSpec(TypeKind.QueryModel, "StatusFilter", IsList: false, IsNullable: true, IsValueType: false))),
        ]);

        Assert.Equal(
            """
            internal void WriteQuery(QueryString query, string prefix)
            {
                if (Ids is { } ids)
                {
                    query.AddList($"{prefix}[id]", ids);
                }

                if (Kinds is { } kinds)
                {
                    query.AddComma($"{prefix}[kind]", kinds);
                }

                CreatedAt?.WriteQuery(query, $"{prefix}[created_at]");
                if (Statuses is { } statuses)
                {
                    for (var index = 0; index < statuses.Count; index++)
                    {
                        statuses[index].WriteQuery(query, $"{prefix}[statuses][{index}]");
                    }
                }
            }
            """,
            Member(ModelEmitter.Emit(model).Text, "internal void WriteQuery"));
    }

    [Fact]
    public void A_shorthand_reads_a_scalar_in_place_of_the_object_and_converts_in_csharp()
    {
        var model = new ModelSpec("TagReference", ModelKind.Value, "A tag.", null, [],
            [Field("id", "Id", Number), Field("name", "Name", Text)], ShorthandString: "name", ShorthandNumber: "id");

        var reader = ModelJsonEmitter.Emit(model).Text;

        Assert.Contains("return new TagReference { Name = JsonRead.String(ref reader) };", reader, StringComparison.Ordinal);
        Assert.Contains("return new TagReference { Id = JsonRead.Int64OrNull(ref reader) };", reader, StringComparison.Ordinal);
        Assert.Contains("public static implicit operator TagReference(string value) => new() { Name = value };", ModelEmitter.Emit(model).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_enum_keeps_values_that_nobody_declared()
    {
        var text = EnumEmitter.Emit(new EnumSpec("TaskType", IsInteger: true, "A task type.", null, [new EnumValueSpec("Call", "1", "A call.")])).Text;

        Assert.Contains("public readonly partial struct TaskType(long value) : IOpenEnum<TaskType, long>, IEquatable<TaskType>", text, StringComparison.Ordinal);
        Assert.Contains("public long Value => value;", text, StringComparison.Ordinal);
        Assert.Contains("public static TaskType Call => new(1);", text, StringComparison.Ordinal);
        Assert.Contains("public static implicit operator TaskType(long value) => new(value);", text, StringComparison.Ordinal);
    }
}
