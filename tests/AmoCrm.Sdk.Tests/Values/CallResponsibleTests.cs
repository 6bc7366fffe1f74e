using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Tests.Dispatch;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Values;

/// <summary>To amoCRM a number is a user's id and a text is a name: neither may turn into the other.</summary>
public sealed class CallResponsibleTests
{
    [Theory]
    [InlineData("8101")]
    [InlineData("\"8101\"")]
    [InlineData("\"Olga\"")]
    [InlineData("null")]
    public void Json_goes_round_as_it_is(string json)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        reader.Read();
        var value = CallResponsibleJsonConverter.ReadValue(ref reader);

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            CallResponsibleJsonConverter.WriteValue(writer, value);
        }

        Assert.Equal(json, System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [InlineData("8101")]
    [InlineData("\"Olga\"")]
    public async Task A_dynamic_call_sends_it_as_it_was_given(string json)
    {
        var test = Answering();

        await test.Client.InvokeAsync(
            "amocrm_add_note",
            JsonText.Element($$"""{"entity_id":5,"note_type":"call_in","phone":"79160000000","call_responsible":{{json}}}"""),
            TestContext.Current.CancellationToken);

        Assert.Equal(json, Responsible(test));
    }

    [Fact]
    public async Task A_typed_call_takes_a_user()
    {
        var test = Answering();

        await test.Client.Notes.AddAsync(
            EntityType.Leads, 5, new() { NoteType = NoteType.CallIn, Phone = "79160000000", CallResponsible = 8101 }, TestContext.Current.CancellationToken);

        Assert.Equal("8101", Responsible(test));
    }

    private static TestClient Answering()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"_embedded":{"notes":[{"id":1,"entity_id":5,"request_id":"0"}]}}""");
        return test;
    }

    private static string Responsible(TestClient test) => JsonNode.Parse(test.LastSent.Body)![0]!["params"]!["call_responsible"]!.ToJsonString();
}
