using AmoCrm.Sdk.Generators.Emitting;
using AmoCrm.Sdk.Generators.Model;
using static AmoCrm.Sdk.Generators.Tests.Emitting.Specs;

namespace AmoCrm.Sdk.Generators.Tests.Emitting;

/// <summary>Requests, arguments and what is checked of them.</summary>
public class RequestEmitterTests
{
    private static readonly BodyObject NameOnly = Body(("name", new BodyParam("name")));

    [Fact]
    public void An_update_marks_what_is_assigned()
    {
        var text = RequestEmitter.Emit(Update(NameOnly, Param("name", "Name", Text)))!.Text;

        Assert.Equal(
            """
            public string? Name
            {
                get => _name;
                set
                {
                    _name = value;
                    _assigned.Add(Members.Name);
                }
            }
            """,
            Member(text, "public string? Name"));
        Assert.Contains("public bool IsAssigned(string property)", text, StringComparison.Ordinal);
        Assert.Contains("public static readonly string[] Names = [nameof(Name)];", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_can_be_copied_only_where_something_is_filled_in()
    {
        var name = Param("name", "Name", Text);
        var plain = Create(NameOnly, name);

        Assert.DoesNotContain("Clone()", RequestEmitter.Emit(plain)!.Text, StringComparison.Ordinal);
        Assert.Contains("Clone()", RequestEmitter.Emit(plain with { IsCustom = true })!.Text, StringComparison.Ordinal);
        Assert.Contains("Clone()", RequestEmitter.Emit(Create(NameOnly, name with { DefaultHook = "Name" }))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_create_has_plain_setters_and_required_ones()
    {
        var text = RequestEmitter.Emit(Create(NameOnly, Param("name", "Name", Always(Text)), Param("sort", "Sort", Number) with { DefaultValue = "10" }))!.Text;

        Assert.Contains("private string? _name;", text, StringComparison.Ordinal);
        Assert.Contains("public required string Name { get => _name!; set => _name = value; }", text, StringComparison.Ordinal);
        Assert.Contains("private long? _sort = 10;", text, StringComparison.Ordinal);
        Assert.Contains("public long? Sort { get => _sort; set => _sort = value; }", text, StringComparison.Ordinal);
        Assert.DoesNotContain("IsAssigned", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_names_ids_and_nothing_else()
    {
        var text = RequestEmitter.Emit(Create(NameOnly, Param("name", "Name", Text), Param("contact_id", "ContactId", Number)))!.Text;

        Assert.Contains("=> RequestText.Of(nameof(CreateCompanyRequest), (nameof(ContactId), ContactId));", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Params_of_dynamic_calls_only_have_no_property()
    {
        var handler = Create(NameOnly, Param("name", "Name", Text), Param("old", "Old", Text) with { IsIgnored = true }, Param("mode", "Mode", Text) with { AcceptsReason = "It is gone." });

        var text = RequestEmitter.Emit(handler)!.Text;

        Assert.DoesNotContain(" Old ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" Mode ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handler_without_further_params_has_no_request()
    {
        Assert.Null(RequestEmitter.Emit(Update(Body())));
        Assert.Contains("public readonly struct UpdateCompanyArguments(long companyId)", ArgumentsEmitter.Emit(Update(Body()))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_demand_a_request_only_where_it_has_required_members()
    {
        Assert.Contains("(long companyId, UpdateCompanyRequest? request = null)", ArgumentsEmitter.Emit(Update(NameOnly, Param("name", "Name", Text)))!.Text, StringComparison.Ordinal);
        Assert.Contains("(long companyId, UpdateCompanyRequest request)", ArgumentsEmitter.Emit(Update(NameOnly, Param("name", "Name", Always(Text))))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_of_the_manifest_is_checked()
    {
        var handler = Update(
            Body(
                ("name", new BodyParam("name")),
                ("custom_fields_values", new BodyArray(
                [
                    Item("field_code=PHONE", Body(("values", new BodyArray([Item(null, Body(("value", new BodyParam("phone"))))])))),
                    Item(null, new BodyParam("custom_fields")),
                ]))),
            Param("name", "Name", Text) with { MaxLength = 255, RequiredUnless = ["phone"] },
            Param("phone", "Phone", Text) with { Exclusive = ["name"] },
            Param("custom_fields", "CustomFields", new TypeSpec(TypeKind.Runtime, "CustomFieldInput", IsList: false, IsNullable: true, IsValueType: false)) with { CustomFieldScope = "companies" },
            Param("limit", "Limit", Number, ParamPlacement.None) with { Range = new RangeSpec(1, null), Requires = ["name"] });

        Assert.Equal(
            """
            private static void ValidateUpdateCompany(UpdateCompanyArguments arguments)
            {
                Guard.PositiveId("amocrm_update_company", "company_id", arguments.CompanyId);
                var request = arguments.Request ?? new UpdateCompanyRequest();
                Guard.MaxLength("amocrm_update_company", "name", request.Name, 255);
                Guard.RequiredUnless("amocrm_update_company", ("name", request.Name is not null), ("phone", request.Phone is not null));
                Guard.NotEmptyText("amocrm_update_company", "phone", request.Phone);
                Guard.Exclusive("amocrm_update_company", ("phone", request.Assigned.Contains(UpdateCompanyRequest.Members.Phone)), ("name", request.Assigned.Contains(UpdateCompanyRequest.Members.Name)));
                Guard.Range("amocrm_update_company", "limit", request.Limit, 1, null);
                Guard.Requires("amocrm_update_company", ("limit", request.Limit is not null), ("name", request.Name is not null));
                CustomFieldGuard.NotTwice("amocrm_update_company", request.AssignedCustomFields, ("PHONE", request.Assigned.Contains(UpdateCompanyRequest.Members.Phone)));
            }
            """,
            Member(Operations(handler), "private static void ValidateUpdateCompany"));
    }

    [Fact]
    public void A_request_that_must_be_given_is_not_null()
    {
        var required = Param("name", "Name", Always(Text));

        Assert.Contains("Guard.Required(\"amocrm_create_company\", \"request\", request);", Operations(Create(NameOnly, required)), StringComparison.Ordinal);
        Assert.Contains("Guard.Required(\"amocrm_update_company\", \"request\", arguments.Request);", Operations(Update(NameOnly, required)), StringComparison.Ordinal);
        Assert.DoesNotContain("\"request\"", Operations(Create(NameOnly, Param("name", "Name", Text))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hook_of_an_update_only_normalises_what_was_assigned()
    {
        var time = Param("complete_till", "CompleteTill", new TypeSpec(TypeKind.Runtime, "AccountTime", IsList: false, IsNullable: true, IsValueType: true)) with { DefaultHook = "Deadline" };
        var body = Body(("complete_till", new BodyParam("complete_till")));

        Assert.Equal(
            """
            private static async ValueTask<UpdateCompanyArguments> PrepareUpdateCompanyAsync(AmoCrmApi api, UpdateCompanyArguments arguments, CancellationToken cancellationToken)
            {
                var prepared = (arguments.Request ?? new UpdateCompanyRequest()).Clone();
                arguments = new UpdateCompanyArguments(arguments.CompanyId, prepared);
                if (prepared.CompleteTill is not null)
                {
                    prepared.CompleteTill = await DefaultHooks.DeadlineAsync(api, arguments, prepared.CompleteTill, cancellationToken).ConfigureAwait(false);
                }

                return arguments;
            }
            """,
            Member(Operations(Update(body, time)), "private static async ValueTask"));
        Assert.DoesNotContain("is not null", Member(Operations(Create(body, time)), "private static async ValueTask"), StringComparison.Ordinal);
    }

    private static string Operations(HandlerSpec handler) => OperationsEmitter.Emit(new ModuleSpec("companies", "Companies", "Companies.", [handler])).Text;
}
