using AmoCrm.Sdk.Generators.Emitting;
using AmoCrm.Sdk.Generators.Model;
using static AmoCrm.Sdk.Generators.Tests.Emitting.Specs;

namespace AmoCrm.Sdk.Generators.Tests.Emitting;

/// <summary>Descriptors, binders and envelopes.</summary>
public class HandlersEmitterTests
{
    private static readonly BodyObject NameOnly = Body(("name", new BodyParam("name")));

    [Fact]
    public void A_given_null_assigns_on_an_update_and_is_nothing_on_a_create()
    {
        Assert.Contains("arguments.TryGetAssigned(\"name\", Argument.String, out var name)", Handlers(Update(NameOnly, Param("name", "Name", Text))), StringComparison.Ordinal);
        Assert.Contains("arguments.TryGet(\"name\", Argument.String, out var name)", Handlers(Create(NameOnly, Param("name", "Name", Text))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_positional_default_serves_dynamic_calls()
    {
        var type = new TypeSpec(TypeKind.Runtime, "EntityType", IsList: false, IsNullable: false, IsValueType: true);
        var text = Handlers(List(Param("entity_type", "EntityType", type, ParamPlacement.Path) with { DefaultValue = "leads" }));

        Assert.Contains("var entityType = arguments.TryGet(\"entity_type\", Argument.EntityType, out var givenEntityType) ? givenEntityType : \"leads\";", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_of_type_has_its_converter()
    {
        Assert.Equal("static (list, context) => Argument.List<long>(list, context, Argument.Int64)", ArgumentConversion.Of(ListOf(Number)));
        Assert.Equal("Argument.StringEnumList<Include>", ArgumentConversion.Of(ListOf(EnumOf("Include"))));
        Assert.Equal("Argument.ModelList<Tag>", ArgumentConversion.Of(ListOf(ModelOf("Tag"))));
        Assert.Equal("Argument.StringEnum<NoteType>", ArgumentConversion.Of(EnumOf("NoteType")));
        Assert.Equal("Argument.Model<Tag>", ArgumentConversion.Of(ModelOf("Tag")));
        Assert.Equal("Argument.UnixTime", ArgumentConversion.Of(Time));
        Assert.Equal(
            "Argument.QueryModel<CompanyFilter>",
            ArgumentConversion.Of(new TypeSpec(TypeKind.QueryModel, "CompanyFilter", IsList: false, IsNullable: true, IsValueType: false)));
    }

    [Fact]
    public void An_envelope_writes_each_member_from_its_source()
    {
        var handler = Update(NameOnly, Param("name", "Name", Text)) with
        {
            Envelope = new EnvelopeSpec("updated_company",
            [
                new EnvelopeMember("company", EnvelopeSource.Entity, ""),
                new EnvelopeMember("company_id", EnvelopeSource.Id, ""),
                new EnvelopeMember("request_id", EnvelopeSource.ResultMember, "RequestId"),
                new EnvelopeMember("given", EnvelopeSource.Param, "Name"),
                new EnvelopeMember("done", EnvelopeSource.Constant, "true"),
                new EnvelopeMember("note", EnvelopeSource.Constant, "\"yes\""),
            ]),
        };

        Assert.Equal(
            """
            private static void WriteUpdateCompanyEnvelope(Utf8JsonWriter writer, UpdateCompanyArguments arguments, UpdateCompanyResult result)
            {
                writer.WritePropertyName("company"u8);
                result.WriteTo(writer);
                writer.WriteNumber("company_id"u8, result.Id);
                JsonWrite.StringOrNull(writer, "request_id"u8, result.RequestId);
                JsonWrite.StringOrNull(writer, "given"u8, arguments.Request?.Name);
                writer.WriteBoolean("done"u8, true);
                writer.WriteString("note"u8, "yes"u8);
            }
            """,
            Member(Handlers(handler), "private static void WriteUpdateCompanyEnvelope"));
    }

    [Fact]
    public void A_named_batch_is_a_handler_of_its_own()
    {
        var handler = Create(NameOnly, Param("name", "Name", Text)) with
        {
            Batch = new BatchSpec(50, 250, "CreateMany", "amocrm_create_companies", "POST", "/api/v4/companies", []),
        };

        var text = Handlers(handler);

        Assert.Contains("HandlerDescriptor CreateCompanies { get; }", text, StringComparison.Ordinal);
        Assert.Contains("Bind = static arguments => arguments.Items(\"items\", CreateCompany, BindCreateCompany),", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_method_is_one_expression_and_a_custom_one_is_a_partial()
    {
        var plain = Update(NameOnly, Param("name", "Name", Text));
        var spec = new ClientSpec("Companies", "Companies.", [new ClientMethodSpec("CompaniesOperations", plain), new ClientMethodSpec("CompaniesOperations", List() with { IsCustom = true })]);

        var text = ClientEmitter.Emit(spec).Text;

        Assert.Contains(
            """
                public Task<UpdateCompanyResult> UpdateAsync(long companyId, UpdateCompanyRequest? request = null, CancellationToken cancellationToken = default) =>
                    _api.SendAsync(CompaniesOperations.UpdateCompany, new UpdateCompanyArguments(companyId, request), cancellationToken);
            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("public partial Task<IReadOnlyList<Company>> ListAsync(CancellationToken cancellationToken = default);", text, StringComparison.Ordinal);
    }

    private static string Handlers(HandlerSpec handler) => HandlersEmitter.Emit(new ModuleSpec("companies", "Companies", "Companies.", [handler])).Text;
}
