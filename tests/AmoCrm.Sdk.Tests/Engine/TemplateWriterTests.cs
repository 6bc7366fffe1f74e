using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Engine;
using AmoCrm.Sdk.Tests.Dispatch;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Engine;

public sealed class TemplateWriterTests
{
    private const string Context = """
        {
          "user": { "name": "Пётр", "id": 5, "vip": true, "debt": null, "first-name": "P", "rate": 1.50 },
          "items": [ { "id": 10, "tags": ["a", "b"] }, { "id": 11 } ],
          "note": "see {user.name} and {{user.id}}",
          "quote": "say \"hi\", \"PHONE\": \"+7\"",
          "имя": "Ольга",
          "empty": ""
        }
        """;

    [Theory]
    [InlineData("Hello, {user.name}!", "Hello, Пётр!")]
    [InlineData("Hello, {{user.name}}!", "Hello, Пётр!")]
    [InlineData("{ user.name }{{ user.id }}", "Пётр5")]
    [InlineData("{имя} {user.first-name}", "Ольга P")]
    [InlineData("id={user.id}, vip={user.vip}, rate={user.rate}", "id=5, vip=true, rate=1.50")]
    [InlineData("debt={user.debt}.", "debt=.")]
    [InlineData("{items[0].id},{items.1.id},{items[0].tags[1]},{items.0.tags.0}", "10,11,b,a")]
    [InlineData("tags: {items[0].tags}", "tags: [\"a\",\"b\"]")]
    public void Placeholders_among_text_become_text(string text, string expected) => Assert.Equal(expected, Resolve(text)!.GetValue<string>());

    [Theory]
    [InlineData("{user.id}", "5")]
    [InlineData("{{user.id}}", "5")]
    [InlineData("{ user.vip }", "true")]
    [InlineData("{items[0].tags}", "[\"a\",\"b\"]")]
    [InlineData("{items.1}", "{\"id\":11}")]
    [InlineData("{empty}", "\"\"")]
    public void A_text_that_is_one_placeholder_keeps_the_values_type(string text, string expected) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), Resolve(text)));

    [Theory]
    [InlineData("{nobody}")]
    [InlineData("{{nobody.name}}")]
    [InlineData("{user.name.first}")]
    [InlineData("{items[2].id}")]
    [InlineData("{items[-1].id}")]
    [InlineData("{items[99999999999].id}")]
    [InlineData("{user[0]}")]
    [InlineData("before {nobody} after")]
    [InlineData("{}")]
    [InlineData("{ }")]
    [InlineData("{{}}")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{{")]
    [InlineData("{.}")]
    [InlineData("{user.}")]
    [InlineData("{.user}")]
    [InlineData("{user..id}")]
    [InlineData("{items[]}")]
    [InlineData("{items[0}")]
    [InlineData("{items[x]}")]
    [InlineData("{user.id")]
    [InlineData("user.id}")]
    [InlineData("{user name}")]
    [InlineData("{\"user\": 1}")]
    [InlineData("{user:id}")]
    [InlineData("function() { return 1; }")]
    public void What_is_no_placeholder_or_not_found_stays_as_written(string text) => Assert.Equal(text, Resolve(text)!.GetValue<string>());

    [Theory]
    [InlineData("{{{user.id}}}", "{5}")]
    [InlineData("{{user.id}", "{5")]
    [InlineData("{user.id}}", "5}")]
    [InlineData("{a{user.id}b}", "{a5b}")]
    [InlineData("{{ {user.id} }}", "{{ 5 }}")]
    [InlineData("{user.id}{user.id}", "55")]
    public void Extra_braces_are_text(string text, string expected) => Assert.Equal(expected, Resolve(text)!.GetValue<string>());

    [Theory]
    [InlineData("{note}")]
    [InlineData("{{note}}")]
    public void A_resolved_value_is_not_resolved_again(string text) =>
        Assert.Equal("see {user.name} and {{user.id}}", Resolve(text)!.GetValue<string>());

    [Fact]
    public void A_resolved_part_does_not_join_with_its_neighbours_to_a_placeholder()
    {
        var context = JsonText.Object("""{"a": "{user", "user": {"id": 5}}""");

        Assert.Equal("{user.id}", Resolve("{a}.id}", context)!.GetValue<string>());
    }

    [Fact]
    public void Params_are_resolved_at_any_depth_and_names_are_not()
    {
        var resolved = Resolve(
            JsonText.Object("""{"{user.id}": {"deep": [["{user.id}", {"x": "{user.name}"}]], "keep": null, "n": 1}}"""), JsonText.Object(Context));

        Assert.True(JsonNode.DeepEquals(JsonText.Object("""{"{user.id}": {"deep": [[5, {"x": "Пётр"}]], "keep": null, "n": 1}}"""), resolved));
    }

    [Fact]
    public void A_placeholder_of_null_leaves_its_place_out_and_a_written_null_stays()
    {
        var resolved = Resolve(
            JsonText.Object("""{"a": "{user.debt}", "b": null, "c": ["{user.debt}", 1], "d": {"e": "{user.debt}"}}"""), JsonText.Object(Context));

        Assert.True(JsonNode.DeepEquals(JsonText.Object("""{"b": null, "c": [1], "d": {}}"""), resolved));
    }

    [Fact]
    public void A_value_cannot_break_out_of_a_string_of_json_text()
    {
        var text = Resolve("""{"NAME": "{quote}"}""")!.GetValue<string>();

        Assert.Equal("""say "hi", "PHONE": "+7" """.TrimEnd(), JsonText.Object(text)["NAME"]!.GetValue<string>());
        Assert.Single(JsonText.Object(text));
    }

    [Theory]
    [InlineData("{user.name} is [{user.id}]")]
    [InlineData("{{user.name}} is {{user.id}}")]
    [InlineData("[{user.name}] is {user.id}")]
    public void Text_that_begins_with_a_placeholder_is_not_given_to_the_parser(string text)
    {
        var thrown = 0;
        var thread = Environment.CurrentManagedThreadId;
        void Count(object? sender, FirstChanceExceptionEventArgs arguments) => thrown += Environment.CurrentManagedThreadId == thread ? 1 : 0;
        AppDomain.CurrentDomain.FirstChanceException += Count;
        try
        {
            Resolve(text);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Count;
        }

        Assert.Equal(0, thrown);
    }

    [Fact]
    public void The_step_and_the_context_stay_as_they_are()
    {
        var parameters = JsonText.Object("""{"a": "{items}", "b": ["{user}"]}""");
        var context = JsonText.Object(Context);

        var resolved = Resolve(parameters, context);
        resolved["a"]![0]!["id"] = 99;

        Assert.True(JsonNode.DeepEquals(JsonText.Object("""{"a": "{items}", "b": ["{user}"]}"""), parameters));
        Assert.True(JsonNode.DeepEquals(JsonText.Object(Context), context));
    }

    [Theory]
    [InlineData("{current_timestamp}", "\"2026-03-01T02:30:15+03:00\"")]
    [InlineData("{current_date}", "\"2026-03-01\"")]
    [InlineData("{current_time}", "\"02:30:15\"")]
    [InlineData("{current_datetime}", "\"2026-03-01 02:30:15\"")]
    [InlineData("{current_unix}", "1772321415")]
    [InlineData("at {current_time}", "\"at 02:30:15\"")]
    public void Specials_tell_the_time_in_the_engines_zone(string text, string expected)
    {
        var options = new EngineOptions
        {
            TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 2, 28, 23, 30, 15, TimeSpan.Zero)),
            TimeZone = TimeZoneInfo.CreateCustomTimeZone("msk", TimeSpan.FromHours(3), "msk", "msk"),
        };

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), Resolve(text, [], options)));
    }

    [Fact]
    public void The_context_goes_before_the_specials()
    {
        Assert.Equal("mine", Resolve("{current_date}", JsonText.Object("""{"current_date": "mine"}"""))!.GetValue<string>());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{{")]
    [InlineData("{ ")]
    [InlineData("{a")]
    [InlineData("{a.")]
    [InlineData("{a[0]")]
    [InlineData("{{ x }")]
    public void Hostile_text_takes_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 500_000));
        var watch = Stopwatch.StartNew();

        Assert.Equal(text, Resolve(text)!.GetValue<string>());
        // Quadratic work on megabytes takes hours: the bound is no measure of speed.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
    }

    private static JsonNode? Resolve(string text, JsonObject? context = null, EngineOptions? options = null) =>
        Resolve(new JsonObject { ["value"] = text }, context ?? JsonText.Object(Context), options)["value"];

    private static JsonObject Resolve(JsonObject parameters, JsonObject context, EngineOptions? options = null)
    {
        var scope = new TemplateScope(context, options ?? new EngineOptions());
        return (JsonObject)JsonElements.ToNode(JsonElements.Write((parameters, scope), static (writer, state) => TemplateWriter.WriteObject(writer, state.parameters, state.scope)))!;
    }
}
