using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Dispatch;

public sealed class ArgumentReaderTests
{
    [Theory]
    [InlineData("""{"thing_id": 5}""")]
    [InlineData("""{"thing_id": "5"}""")]
    [InlineData("""{"thing_id": 5.0}""")]
    [InlineData("""{"id": 5}""")]
    [InlineData("""{"id": "5", "thing_id": "5"}""")]
    [InlineData("""{"thing_id": 5, "colour": {"is": ["ignored"]}}""")]
    [InlineData("""{"thing_id": 5, "entity_type": "things"}""")]
    public void An_id_is_taken_as_a_number_or_digits_under_its_name_or_an_alias(string json) => Assert.Equal(5, Bind(json).Id);

    [Fact]
    public void Ids_as_text_and_as_number_under_two_names_are_two_values()
    {
        var exception = Refused("""{"id": 5, "thing_id": 6}""");

        Assert.Contains("given twice", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'id'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'thing_id'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_given_twice_in_one_object_is_an_error()
    {
        Assert.Contains("given twice", Refused("""{"thing_id": 5, "thing_id": 6}""").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"thing_id": null}""")]
    public void A_missing_required_param_is_named_with_its_type_and_purpose(string json)
    {
        var exception = Refused(json);

        Assert.Equal("thing_id", exception.ParamName);
        Assert.Equal("amocrm_get_thing", exception.Handler);
        Assert.Contains("int64", exception.Message, StringComparison.Ordinal);
        Assert.Contains("The thing's id", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "'thing_id' is missing; it is required (int64)")]
    [InlineData("""{"thing_id": null}""", "'thing_id' must not be null; it is required (int64)")]
    public void A_null_is_told_from_nothing(string json, string problem) => Assert.Contains(problem, Refused(json).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_param_is_an_error_that_suggests_the_near_one_and_lists_all()
    {
        var exception = Refused("""{"thing_id": 5, "nmae": "x"}""");

        Assert.Equal("nmae", exception.ParamName);
        Assert.Contains("Did you mean 'name'?", exception.Message, StringComparison.Ordinal);
        Assert.Contains("thing_id, name, price", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"text\"")]
    public void Arguments_that_are_no_object_are_an_error(string json) => Assert.Equal("arguments", Refused(json).ParamName);

    [Fact]
    public void A_value_of_the_wrong_kind_is_named_but_not_quoted()
    {
        var exception = Refused("""{"thing_id": "Ivanov's secret"}""");

        Assert.Equal("thing_id", exception.ParamName);
        Assert.DoesNotContain("Ivanov", exception.Message, StringComparison.Ordinal);
        Assert.Contains("a whole number or a string of digits", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_among_the_allowed_ones_is_an_error_with_the_reason()
    {
        var exception = Refused("""{"thing_id": 5, "entity_type": "contacts"}""");

        Assert.Equal("entity_type", exception.ParamName);
        Assert.Contains("'things', 'thing'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("only things have this", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_param_that_takes_nothing_any_more_says_why()
    {
        Assert.Contains("'value_before' is not taken: amoCRM keeps no former values", Refused("""{"thing_id": 5, "value_before": 1}""").Message, StringComparison.Ordinal);
        Assert.Equal(5, Bind("""{"thing_id": 5, "value_before": null}""").Id);
    }

    [Fact]
    public void Null_is_assigned_where_null_means_something()
    {
        var request = Bind("""{"thing_id": 5, "name": null, "price": null}""");

        Assert.Equal((true, null), (request.WasNameAssigned, request.Name));
        Assert.Equal((true, null), (request.WasPriceAssigned, request.Price));
    }

    [Fact]
    public void What_is_absent_is_not_assigned()
    {
        var request = Bind("""{"thing_id": 5, "with": null}""");

        Assert.False(request.WasNameAssigned);
        Assert.False(request.WasPriceAssigned);
        Assert.Null(request.With);
    }

    [Theory]
    [InlineData("""{"thing_id": 1, "filter": {"id": [5, 6], "updated_at": {"from": 7}}}""")]
    [InlineData("""{"thing_id": 1, "filter": {"filter[id][]": [5, "6"], "filter[updated_at][from]": "7"}}""")]
    [InlineData("""{"thing_id": 1, "filter": {"id[]": [5, 6], "updated_at[from]": 7}}""")]
    [InlineData("""{"thing_id": 1, "filter": {"filter[id][0]": 5, "filter[id][1]": 6, "filter[updated_at][from]": 7}}""")]
    [InlineData("""{"thing_id": 1, "filter[id][]": [5, 6], "filter[updated_at][from]": 7}""")]
    [InlineData("""{"thing_id": 1, "filter": "{\"id\": [5, 6], \"updated_at\": {\"from\": 7}}"}""")]
    public void A_filter_is_taken_nested_or_by_the_keys_of_a_query_string(string json)
    {
        var filter = Bind(json).Filter;

        Assert.Equal([5L, 6L], filter!.Id);
        Assert.Equal(7, filter.UpdatedFrom);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"{}\"")]
    public void An_empty_filter_is_no_filter(string filter) => Assert.Null(Bind($$"""{"thing_id": 1, "filter": {{filter}}}""").Filter);

    [Theory]
    [InlineData("""{"ids": 5}""")]
    [InlineData("""{"filter[ids][]": 5}""")]
    public void An_unknown_member_of_a_filter_is_an_error_that_suggests_the_near_one(string filter)
    {
        var exception = Refused($$"""{"thing_id": 1, "filter": {{filter}}}""");

        Assert.Equal("filter", exception.ParamName);
        Assert.Contains("'ids'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'id'?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_given_in_both_forms_at_once_is_an_error()
    {
        Assert.Contains("given twice", Refused("""{"thing_id": 1, "filter": {"id": 5}, "filter[id][]": 6}""").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"thing_id": 1, "with": ["a", "b"]}""")]
    [InlineData("""{"thing_id": 1, "with[]": ["a", "b"]}""")]
    [InlineData("""{"thing_id": 1, "with": {"0": "a", "1": "b"}}""")]
    public void A_list_is_taken_in_the_forms_that_callers_have(string json) => Assert.Equal(["a", "b"], Bind(json).With);

    [Fact]
    public void One_value_is_a_list_of_one_and_free_text_keeps_its_commas()
    {
        Assert.Equal(["a, b"], Bind("""{"thing_id": 1, "with": "a, b"}""").With);
    }

    [Theory]
    [InlineData("[1, \"2\"]")]
    [InlineData("\"1,2\"")]
    [InlineData("\"[1, 2]\"")]
    public void A_list_of_ids_may_be_text(string ids) => Assert.Equal([1L, 2L], Bind($$"""{"thing_id": 1, "user_ids": {{ids}}}""").UserIds);

    [Fact]
    public void A_wrong_item_of_a_list_is_named_by_its_place()
    {
        Assert.Contains("'user_ids[1]'", Refused("""{"thing_id": 1, "user_ids": [1, "x"]}""").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_of_a_batch_are_read_as_calls_of_their_own()
    {
        using var arguments = new ArgumentReader(TestHandlers.UpdateMany, JsonText.Element("""{"items": [{"id": "1"}, {"thing_id": 2, "name": null}]}"""));

        var items = TestHandlers.UpdateMany.Bind(arguments);

        Assert.Equal([1L, 2L], items.Select(static item => item.Id));
        Assert.True(items[1].WasNameAssigned);
    }

    [Fact]
    public void A_wrong_param_of_an_item_is_named_with_the_item()
    {
        var arguments = JsonText.Element("""{"items": [{"thing_id": 1}, {"thing_id": 2, "nmae": "x"}]}""");

        var exception = Assert.Throws<AmoCrmArgumentException>(() => TestHandlers.UpdateMany.BindRequest(arguments));

        Assert.Contains("'items[1].nmae'", exception.Message, StringComparison.Ordinal);
    }

    private static ThingRequest Bind(string json) => (ThingRequest)TestHandlers.Get.BindRequest(JsonText.Element(json));

    private static AmoCrmArgumentException Refused(string json) => Assert.Throws<AmoCrmArgumentException>(() => Bind(json));
}
