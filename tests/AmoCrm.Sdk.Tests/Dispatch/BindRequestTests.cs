using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

public sealed class BindRequestTests
{
    [Fact]
    public void Arguments_become_the_request_that_the_bulk_form_takes()
    {
        var handler = HandlerCatalog.Get("amocrm_create_lead");

        var request = Assert.IsType<CreateLeadRequest>(handler.BindRequest(Parse("""{"name":"Кухня","price":"185000","tags":["опт"]}""")));

        Assert.Equal(handler.RequestType, request.GetType());
        Assert.Equal(("Кухня", 185000m), (request.Name, request.Price));
        Assert.Equal("опт", Assert.Single(request.Tags!).Name);
    }

    [Fact]
    public void Where_the_method_has_parameters_of_its_own_they_are_in_it_too()
    {
        var arguments = Assert.IsType<ListCatalogElementsArguments>(HandlerCatalog.Get("amocrm_list_catalog_elements").BindRequest(Parse("""{"catalog_id":9001,"limit":2}""")));

        Assert.Equal((9001, 2), (arguments.CatalogId, arguments.Request!.Limit));
    }

    [Fact]
    public void A_misspelt_name_is_refused_with_a_suggestion()
    {
        var exception = Assert.Throws<AmoCrmArgumentException>(() => HandlerCatalog.Get("amocrm_create_lead").BindRequest(Parse("""{"nmae":"Кухня"}""")));

        Assert.Contains("Did you mean 'name'?", exception.Message, StringComparison.Ordinal);
    }

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
