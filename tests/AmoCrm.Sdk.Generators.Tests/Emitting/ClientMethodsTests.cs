using AmoCrm.Sdk.Generators.Emitting;
using AmoCrm.Sdk.Generators.Model;
using static AmoCrm.Sdk.Generators.Tests.Emitting.Specs;

namespace AmoCrm.Sdk.Generators.Tests.Emitting;

/// <summary>The C# methods of lists and batches.</summary>
public class ClientMethodsTests
{
    private static readonly PagingSpec Paging = new(250, 250, ShortPageEnds: true, HasTotals: false, StableOrder: null);

    [Fact]
    public void A_list_has_a_call_an_enumeration_of_items_and_one_of_pages()
    {
        var methods = Methods(Paged(Param("query", "Query", Text, ParamPlacement.Query)));

        Assert.Equal(
            [
                "Task<Page<Company>> ListAsync(ListCompaniesRequest? request = null, CancellationToken cancellationToken = default)",
                "IAsyncEnumerable<Company> EnumerateAsync(ListCompaniesRequest? request = null, CancellationToken cancellationToken = default)",
                "IAsyncEnumerable<Page<Company>> EnumeratePagesAsync(ListCompaniesRequest? request = null, string? continuation = null, CancellationToken cancellationToken = default)",
            ],
            methods.Select(static method => method.Signature));
        Assert.Equal(
            "_api.EnumeratePagesAsync(CompaniesOperations.ListCompanies, request ?? new ListCompaniesRequest(), static item => item.Id, new PageStart(continuation, request is null), cancellationToken)",
            methods[2].Expression);
        Assert.Equal(["request", "continuation"], methods[2].ParameterComments.Select(static comment => comment.Name));
    }

    [Fact]
    public void Ids_of_the_path_come_before_the_request_and_the_continuation()
    {
        var handler = Paged(Param("catalog_id", "CatalogId", Id, ParamPlacement.Path), Param("query", "Query", Text, ParamPlacement.Query)) with
        {
            Stem = "ListElements",
            Method = "ListElements",
            Path = "/api/v4/catalogs/{catalog_id}/elements",
        };

        var pages = Methods(handler)[2];

        Assert.Equal(
            "IAsyncEnumerable<Page<Company>> EnumerateElementsPagesAsync(long catalogId, ListElementsRequest? request = null, string? continuation = null, CancellationToken cancellationToken = default)",
            pages.Signature);
        Assert.Equal(
            "_api.EnumeratePagesAsync(CompaniesOperations.ListElements, new ListElementsArguments(catalogId, request), static item => item.Id, new PageStart(continuation, request is null), cancellationToken)",
            pages.Expression);
        Assert.Equal(["catalogId", "request", "continuation"], pages.ParameterComments.Select(static comment => comment.Name));
    }

    [Fact]
    public void A_request_that_has_to_be_given_is_never_taken_from_the_continuation()
    {
        var pages = Methods(Paged(Param("query", "Query", Always(Text), ParamPlacement.Query)))[2];

        Assert.Contains("ListCompaniesRequest request, string? continuation = null", pages.Signature, StringComparison.Ordinal);
        Assert.EndsWith("new PageStart(continuation, false), cancellationToken)", pages.Expression, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_without_an_id_are_not_recognised()
    {
        var handler = Paged(Param("query", "Query", Text, ParamPlacement.Query));

        var methods = Methods(handler with { Returns = handler.Returns with { ItemHasId = false } });

        Assert.DoesNotContain(methods, static method => method.Expression.Contains("item.Id", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_by_hand_is_enumerated_by_hand_and_has_no_pages()
    {
        var methods = Methods(Paged(Param("query", "Query", Text, ParamPlacement.Query)) with { IsCustom = true });

        Assert.Equal(["ListAsync", "EnumerateAsync"], methods.Select(static method => method.Name));
        Assert.All(methods, static method => Assert.True(method.IsPartial));
    }

    [Fact]
    public void A_batch_has_one_request_and_two_bulk_forms()
    {
        var handler = Create(Body(("name", new BodyParam("name"))), Param("name", "Name", Always(Text))) with
        {
            Batch = new BatchSpec(50, 250, "CreateMany", null, "POST", "/api/v4/companies", []),
        };

        var methods = Methods(handler)[1..];

        Assert.Equal(
            [
                "Task<IReadOnlyList<CreateCompanyResult>> CreateManyAsync(IReadOnlyList<CreateCompanyRequest> requests, CancellationToken cancellationToken = default)",
                "IAsyncEnumerable<BulkOutcome<CreateCompanyRequest, CreateCompanyResult>> BulkCreateAsync(IEnumerable<CreateCompanyRequest> requests, BulkOptions? options = null, CancellationToken cancellationToken = default)",
                "IAsyncEnumerable<BulkOutcome<CreateCompanyRequest, CreateCompanyResult>> BulkCreateAsync(IAsyncEnumerable<CreateCompanyRequest> requests, BulkOptions? options = null, CancellationToken cancellationToken = default)",
            ],
            methods.Select(static method => method.Signature));
        Assert.Equal(
            [
                "_api.SendManyAsync(CompaniesOperations.CreateCompany, requests, cancellationToken)",
                "_api.BulkAsync(CompaniesOperations.CreateCompany, requests, options, cancellationToken)",
                "_api.BulkAsync(CompaniesOperations.CreateCompany, requests, options, cancellationToken)",
            ],
            methods.Select(static method => method.Expression));
    }

    [Fact]
    public void A_batch_of_changes_takes_the_id_with_what_is_changed()
    {
        var handler = Update(Body(("name", new BodyParam("name"))), Param("name", "Name", Text)) with
        {
            Batch = new BatchSpec(50, 250, "UpdateMany", null, "PATCH", "/api/v4/companies", []),
            IsCustom = true,
        };

        var methods = Methods(handler);

        Assert.Equal(["UpdateAsync", "UpdateManyAsync", "BulkUpdateAsync", "BulkUpdateAsync"], methods.Select(static method => method.Name));
        Assert.Contains("IEnumerable<UpdateCompanyArguments> requests", methods[2].Signature, StringComparison.Ordinal);

        // Only the call itself is by hand.
        Assert.Equal([true, false, false, false], methods.Select(static method => method.IsPartial));
    }

    private static HandlerSpec Paged(params ParamSpec[] parameters) => List(parameters) with
    {
        Returns = Returns(ReturnsKind.Page, "Company", "_embedded.companies") with { ItemHasId = true },
        Paging = Paging,
    };

    private static List<ClientMethod> Methods(HandlerSpec handler) => [.. ClientMethods.Of(new ClientMethodSpec("CompaniesOperations", handler))];
}
