using AmoCrm.Sdk.Generators.Emitting;
using AmoCrm.Sdk.Generators.Model;
using static AmoCrm.Sdk.Generators.Tests.Emitting.Specs;

namespace AmoCrm.Sdk.Generators.Tests.Emitting;

/// <summary>The facts of operations, and how their answers are read.</summary>
public class OperationsEmitterTests
{
    private static readonly PagingSpec Paging = new(250, 50, ShortPageEnds: true, HasTotals: false, "order[id]=asc");

    [Fact]
    public void A_path_variable_is_checked_and_escaped() =>
        Assert.Contains(
            "Path = static arguments => $\"/api/v4/companies/{ApiPath.Segment(arguments.CompanyId, \"company_id\")}\",",
            Operations(Update(Body())),
            StringComparison.Ordinal);

    [Fact]
    public void A_path_without_variables_is_its_template() =>
        Assert.DoesNotContain(" Path = ", Operations(Create(Body())), StringComparison.Ordinal);

    [Fact]
    public void A_page_reads_what_was_asked_for_and_page_and_limit_are_left_to_the_runtime()
    {
        var text = Operations(List(
            Param("query", "Query", Text, ParamPlacement.Query),
            Param("page", "Page", Number, ParamPlacement.Query),
            Param("limit", "Limit", Number, ParamPlacement.Query)) with
        {
            Paging = Paging,
            Returns = Returns(ReturnsKind.Page, "Company", "_embedded.companies"),
        });

        Assert.Contains("PageJson.Read<Company>(ref reader, \"companies\"u8, new PageWindow(request.Page, request.Limit), ListCompaniesPaging)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"limit\"", Member(text, "private static void WriteListCompaniesQuery"), StringComparison.Ordinal);
        Assert.Contains("query.Add(\"query\", queryValue);", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_in_the_query_is_spelt_as_the_manifest_says()
    {
        var text = Operations(List(
            Param("with", "With", ListOf(EnumOf("Include")), ParamPlacement.Query) with { Style = QueryStyle.Comma },
            Param("ids", "Ids", ListOf(Number), ParamPlacement.Query) with { Style = QueryStyle.Brackets, QueryName = "id" }));

        Assert.Contains("query.AddComma(\"with\", with);", text, StringComparison.Ordinal);
        Assert.Contains("query.AddList(\"id\", ids);", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_the_account_must_have_is_guarded()
    {
        var filter = Param("filter", "Filter", ModelOf("CompanyFilter") with { Kind = TypeKind.QueryModel }, ParamPlacement.Query) with { NeedsApiFilter = true };
        var allow = Param("allow_unfiltered", "AllowUnfiltered", Always(new TypeSpec(TypeKind.Primitive, "bool", IsList: false, IsNullable: false, IsValueType: true)), ParamPlacement.None) with { IsRequired = false, DefaultValue = "false" };

        Assert.Contains(
            "ApiFilter = static request => request.Filter is { IsEmpty: false } && !request.AllowUnfiltered,",
            Operations(List(filter, allow)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_is_read_back_by_its_own_operation()
    {
        var fetch = Param("fetch", "Fetch", new TypeSpec(TypeKind.Primitive, "bool", IsList: false, IsNullable: false, IsValueType: true), ParamPlacement.None) with { IsRequired = false, DefaultValue = "false" };
        var handler = Create(Body(), fetch);

        var text = Operations(handler with { Returns = handler.Returns with { FetchOperation = "CompaniesOperations.GetCompany", FetchArguments = "GetCompanyArguments" } });

        Assert.Contains("WantsFetch = static request => request.Fetch,", text, StringComparison.Ordinal);
        Assert.Contains("new GetCompanyArguments(result.Id),", text, StringComparison.Ordinal);
        Assert.Contains("static (written, entity, error) => written with { Company = entity, FetchError = error },", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_param_that_a_batch_cannot_do_is_named()
    {
        var handler = Update(Body(("name", new BodyParam("name"))), Param("name", "Name", Text), Param("add_phone", "AddPhone", Text, ParamPlacement.None)) with
        {
            Batch = new BatchSpec(50, 250, "UpdateMany", null, "PATCH", "/api/v4/companies", ["add_phone"]),
        };

        var text = Operations(handler);

        Assert.Contains("Batch = new BatchRules(50, 250) { Path = \"/api/v4/companies\" },", text, StringComparison.Ordinal);
        Assert.Contains("return \"add_phone\";", Member(text, "private static string? FindUpdateCompanyRefusal"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hand_written_method_gets_the_answer_as_it_came() =>
        Assert.Contains(
            "internal static Operation<NoArguments, JsonElement> ListCompanies",
            Operations(List() with { IsCustom = true, Returns = Returns(ReturnsKind.Result, "SearchResult") }),
            StringComparison.Ordinal);

    private static string Operations(HandlerSpec handler) => OperationsEmitter.Emit(new ModuleSpec("companies", "Companies", "Companies.", [handler])).Text;
}
