using AmoCrm.Sdk.Tests.Account;
using AmoCrm.Sdk.Tests.Json;

namespace AmoCrm.Sdk.Tests.CustomFields;

public sealed class CustomFieldResolverTests
{
    private const string Handler = "amocrm_create_contact";

    private readonly FakeAccount _account = new();
    private readonly CustomFieldResolver _resolver;

    public CustomFieldResolverTests()
    {
        _resolver = new CustomFieldResolver(new AccountCache(_account), CustomFieldScope.Contacts, Handler);
        _account.Fields.AddRange(
        [
            new(1, "Phone", "PHONE", "multitext", [Choice(11, "WORK", "WORK"), Choice(12, "MOB", "MOB")]),
            new(2, "City", null, "select", [Choice(21, "Moscow", "msk"), Choice(22, "moscow", null), Choice(23, "Saint Petersburg", "spb")]),
            new(3, "Interests", null, "multiselect", [Choice(31, "Chess", null), Choice(32, "Go", null)]),
            new(4, "Budget", null, "numeric", []),
            new(5, "Subscribed", null, "checkbox", []),
            new(6, "Since", null, "date", []),
            new(7, "Twin", null, "text", []),
            new(8, "Twin", null, "text", []),
            new(9, "Shown", "CODED", "text", []),
            new(10, "CODED", null, "text", []),
            new(13, "Address", null, "smart_address", [Choice(3, "city", "city")]),
            new(14, "Doubled", null, "select", [Choice(41, "Same", null), Choice(42, "Same", null)]),
        ]);
    }

    [Theory]
    [InlineData("4711", """{"field_id":4711,"values":[{"value":"x"}]}""")]
    [InlineData("POSITION", """{"field_code":"POSITION","values":[{"value":"x"}]}""")]
    [InlineData("UTM_SOURCE2", """{"field_code":"UTM_SOURCE2","values":[{"value":"x"}]}""")]
    public async Task Ids_and_codes_cost_no_look_at_the_definitions(string key, string expected)
    {
        Assert.Equal(expected, await ResolveAsync(key, "x"));
        Assert.Equal(0, _account.FieldReads);
    }

    [Theory]
    [InlineData("Budget")]
    [InlineData("custom code")]
    [InlineData("Position")]
    public async Task A_name_is_looked_up_once(string key)
    {
        _account.Fields.Add(new(50, key == "Budget" ? "B" : key, null, "text", []));

        await ResolveAsync(key, "5");
        await ResolveAsync(key, "5");

        Assert.Equal(1, _account.FieldReads);
    }

    [Fact]
    public async Task A_name_becomes_an_id()
    {
        Assert.Equal("""{"field_id":4,"values":[{"value":12.5}]}""", await ResolveAsync("Budget", 12.5m));
    }

    [Fact]
    public async Task A_code_wins_over_another_fields_name()
    {
        await ResolveAsync("Budget", 1);

        Assert.Equal("""{"field_id":9,"values":[{"value":"x"}]}""", await ResolveAsync("CODED", "x"));
    }

    [Fact]
    public async Task Null_clears_the_field()
    {
        Assert.Equal("""{"field_id":4,"values":null}""", await ResolveAsync("Budget", null));
        Assert.Equal("""{"field_code":"POSITION","values":null}""", await ResolveAsync("POSITION", null));
    }

    [Fact]
    public async Task An_unknown_name_is_an_error_that_lists_the_fields()
    {
        var exception = await RefusedAsync("Bugdet", 1);

        Assert.Contains("Budget (4)", exception.Message, StringComparison.Ordinal);
        Assert.Equal((Handler, "custom_fields"), (exception.Handler, exception.ParamName));
    }

    [Fact]
    public async Task A_name_that_two_fields_have_is_an_error_that_tells_their_ids()
    {
        Assert.Contains("ids 7, 8", (await RefusedAsync("Twin", "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_was_made_a_while_ago_is_found_although_the_definitions_are_older()
    {
        await ResolveAsync("Budget", 1);
        _account.Fields.Add(new(60, "Brand new", null, "text", []));
        await RefusedAsync("Brand new", "x");
        _account.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("""{"field_id":60,"values":[{"value":"x"}]}""", await ResolveAsync("Brand new", "x"));
        Assert.Equal(2, _account.FieldReads);
    }

    [Fact]
    public async Task A_choice_that_was_made_a_while_ago_is_found_although_the_definitions_are_older()
    {
        await ResolveAsync("City", "Moscow");
        var city = _account.Fields.Single(field => field.Name == "City");
        _account.Fields[_account.Fields.IndexOf(city)] = new(city.Id, city.Name, city.Code, city.Type, [.. city.Enums, Choice(24, "Kazan", null)]);
        _account.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("""{"field_id":2,"values":[{"enum_id":24}]}""", await ResolveAsync("City", "Kazan"));
        Assert.Equal("""{"field_id":2,"values":[{"enum_id":24}]}""", await ResolveAsync("2", "Kazan"));
        Assert.Equal(2, _account.FieldReads);
    }

    [Theory]
    [InlineData("Moscow", 21)]
    [InlineData("moscow", 22)]
    [InlineData("spb", 23)]
    public async Task A_choice_is_taken_by_exactly_its_text_or_code(string text, int id)
    {
        Assert.Equal($$"""{"field_id":2,"values":[{"enum_id":{{id}}}]}""", await ResolveAsync("City", text));
    }

    [Fact]
    public async Task A_wrong_choice_is_an_error_that_lists_the_choices_and_never_the_first_one()
    {
        foreach (var value in new CustomFieldInputValue[] { CustomFieldInputValue.Enum("MOSCOW"), CustomFieldInputValue.Enum("Moscow "), CustomFieldInputValue.EnumCode("MSK"), 99, true })
        {
            var exception = await RefusedAsync("City", value);
            Assert.Contains("Moscow (msk), moscow, Saint Petersburg (spb)", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_choice_that_two_have_is_an_error()
    {
        Assert.Contains("several times", (await RefusedAsync("Doubled", "Same")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("City")]
    public async Task A_choice_by_text_is_looked_up_for_ids_too(string key)
    {
        Assert.Equal("""{"field_id":2,"values":[{"enum_id":21}]}""", await ResolveAsync(key, CustomFieldInputValue.Enum("Moscow")));
        Assert.Equal("""{"field_id":2,"values":[{"enum_id":21}]}""", await ResolveAsync(key, CustomFieldInputValue.EnumCode("msk")));
        Assert.Equal(1, _account.FieldReads);
    }

    [Fact]
    public async Task A_choice_by_id_is_sent_unchecked()
    {
        Assert.Equal("""{"field_id":777,"values":[{"enum_id":99}]}""", await ResolveAsync("777", CustomFieldInputValue.EnumId(99)));
        Assert.Equal(0, _account.FieldReads);
    }

    [Fact]
    public async Task Many_choices_go_to_a_multiselect_only()
    {
        var two = CustomFieldInputValue.Enums("Chess", "Go");

        Assert.Equal("""{"field_id":3,"values":[{"enum_id":31},{"enum_id":32}]}""", await ResolveAsync("Interests", two));
        Assert.Contains("one value", (await RefusedAsync("City", CustomFieldInputValue.Enums("Moscow", "moscow"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PHONE")]
    [InlineData("EMAIL")]
    public async Task A_phone_and_an_address_get_the_label_WORK(string code)
    {
        Assert.Equal(
            $$"""{"field_code":"{{code}}","values":[{"value":"a","enum_code":"WORK"},{"value":"b","enum_code":"WORK"}]}""",
            await ResolveAsync(code, CustomFieldInputValue.Texts("a", "b")));
        Assert.Equal(0, _account.FieldReads);
    }

    [Fact]
    public async Task A_phone_by_name_gets_the_label_too()
    {
        Assert.Equal("""{"field_id":1,"values":[{"value":"79991234567","enum_code":"WORK"}]}""", await ResolveAsync("Phone", 79991234567));
    }

    [Fact]
    public async Task The_labels_of_phones_are_known_and_others_are_looked_up()
    {
        await ResolveAsync("PHONE", CustomFieldInputValue.Multitext(("+7", "MOB"), ("+8", "WORKDD")));
        Assert.Equal(0, _account.FieldReads);

        var exception = await RefusedAsync("PHONE", CustomFieldInputValue.Multitext(("+7", "mobile")));

        Assert.Equal(1, _account.FieldReads);
        Assert.Contains("WORK, MOB", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_an_address_have_labels()
    {
        Assert.Equal(
            """{"field_id":13,"values":[{"value":"Moscow","enum_code":"city"}]}""",
            await ResolveAsync("Address", CustomFieldInputValue.Multitext(("Moscow", "city"))));
    }

    [Fact]
    public async Task Values_take_the_form_of_their_field()
    {
        Assert.Equal("""{"field_id":4,"values":[{"value":12.5}]}""", await ResolveAsync("Budget", "12.5"));
        Assert.Equal("""{"field_id":5,"values":[{"value":true}]}""", await ResolveAsync("Subscribed", 1));
        Assert.Equal("""{"field_id":5,"values":[{"value":false}]}""", await ResolveAsync("Subscribed", "false"));
        Assert.Equal("""{"field_id":9,"values":[{"value":"5"}]}""", await ResolveAsync("Shown", 5));
    }

    [Theory]
    [InlineData("2030-01-31T18:00:00+01:00", "2030-01-31T17:00:00Z")]
    [InlineData("2030-01-31T18:00:00", "2030-01-31T15:00:00Z")]
    [InlineData("2030-01-31", "2030-01-30T21:00:00Z")]
    [InlineData("1896037200", "2030-01-30T21:00:00Z")]
    public async Task A_date_as_text_becomes_unix_seconds_and_is_in_the_accounts_zone_where_it_tells_none(string text, string expected)
    {
        var seconds = DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();

        Assert.Equal($$"""{"field_id":6,"values":[{"value":{{seconds}}}]}""", await ResolveAsync("Since", text));
    }

    [Fact]
    public async Task A_value_that_the_field_cannot_hold_is_an_error_that_names_the_field()
    {
        Assert.Contains("'Budget (4)' takes a number", (await RefusedAsync("Budget", "much")).Message, StringComparison.Ordinal);
        Assert.Contains("true or false", (await RefusedAsync("Subscribed", "maybe")).Message, StringComparison.Ordinal);
        Assert.Contains("a time", (await RefusedAsync("Since", "soon")).Message, StringComparison.Ordinal);
        Assert.Contains("a time", (await RefusedAsync("Since", "05.03.2030")).Message, StringComparison.Ordinal);
        Assert.Contains("a time", (await RefusedAsync("Since", " ")).Message, StringComparison.Ordinal);
        Assert.Contains("a text", (await RefusedAsync("Shown", true)).Message, StringComparison.Ordinal);
        Assert.Contains("labels", (await RefusedAsync("Phone", true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_two_keys_mean_is_an_error()
    {
        await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => _resolver.ResolveAsync(new() { ["Budget"] = 1, [4] = 2 }, default).AsTask());
    }

    [Fact]
    public async Task A_failed_look_at_the_definitions_fails_the_call()
    {
        _account.Failure = new AmoCrmTimeoutException("Too slow.");

        await Assert.ThrowsAsync<AmoCrmTimeoutException>(() => ResolveAsync("Budget", 1));
    }

    [Fact]
    public async Task Nothing_given_is_nothing_sent()
    {
        Assert.Equal(0, (await _resolver.ResolveAsync([], default)).Count);
    }

    private static CustomFieldChoice Choice(long id, string value, string? code) => new() { EnumId = id, Value = value, EnumCode = code };

    private async Task<string> ResolveAsync(string key, CustomFieldInputValue? value)
    {
        var resolved = await _resolver.ResolveAsync(new() { [key] = value }, default);
        Assert.Equal(1, resolved.Count);
        return JsonValues.Write(resolved, static (writer, fields) => fields.WriteItems(writer));
    }

    private async Task<AmoCrmArgumentException> RefusedAsync(string key, CustomFieldInputValue? value) =>
        await Assert.ThrowsAsync<AmoCrmArgumentException>(() => ResolveAsync(key, value));
}
