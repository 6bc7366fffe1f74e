using System.Net;

namespace AmoCrm.Emulator.Tests.Notes;

public sealed class NoteTests : EmulatorTest
{
    [Theory]
    [InlineData("leads/12001/notes", """[{"note_type":"common","params":{"text":"привет"},"request_id":"r"}]""")]
    [InlineData("leads/notes", """[{"entity_id":12001,"note_type":"common","params":{"text":"привет"},"request_id":"r"}]""")]
    public async Task Both_forms_put_a_note_on_the_entity(string path, string body)
    {
        var reply = await PostAsync(path, body);
        Assert.Equal(
            """[{"id":15005,"entity_id":12001,"request_id":"r","_links":{"self":{"href":"https://demo.amocrm.ru/api/v4/leads/12001/notes/15005"}}}]""",
            reply.Items("notes").ToJsonString());
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("leads/12001/notes/15005")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("leads/12002/notes/15005")).Status);
        Assert.Equal("привет", (await GetAsync("leads/notes/15005")).Json["params"]!["text"]!.ToString());
        var logged = (await EventsAsync("common_note_added"))[0]!;
        Assert.Equal(("lead", 12001, """[{"note":{"id":15005}}]"""), (logged["entity_type"]!.ToString(), logged["entity_id"]!.GetValue<int>(), logged["value_after"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("call_in", """{"phone":"+79000000001","duration":5,"uniq":"u","source":"s","link":"https://a.example.com"}""", "incoming_call")]
    [InlineData("call_out", """{"phone":"+79000000001","duration":0}""", "outgoing_call")]
    [InlineData("sms_in", """{"phone":"+79000000001","text":"t"}""", "incoming_sms")]
    [InlineData("sms_out", """{"phone":"+79000000001","text":"t"}""", "outgoing_sms")]
    [InlineData("service_message", """{"service":"Касса","text":"t"}""", "service_note_added")]
    [InlineData("geolocation", """{"text":"t","address":"a","longitude":"1","latitude":"2"}""", "geo_note_added")]
    public async Task Each_type_causes_its_event(string type, string parameters, string eventType)
    {
        var before = (await EventsAsync(eventType)).Count;
        var id = await CreateAsync("contacts/10004/notes", $$$"""{"note_type":"{{{type}}}","params":{{{parameters}}}}""");
        var events = await EventsAsync(eventType);
        Assert.Equal(before + 1, events.Count);
        Assert.Equal($$$"""[{"note":{"id":{{{id}}}}}]""", events[0]!["value_after"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""[{"note_type":"common","params":{}}]""", "FieldMissing params.text")]
    [InlineData("""[{"note_type":"common","params":{"text":"a","bold":true}}]""", "FieldNotExpected params.bold")]
    [InlineData("""[{"note_type":"call_in","params":{"link":null}}]""", "NotNullable params.link")]
    [InlineData("""[{"note_type":"letter","params":{}}]""", "NotSupportedChoice note_type")]
    [InlineData("""[{"note_type":"common"}]""", "FieldMissing params")]
    public async Task Wrong_params_are_refused(string body, string error) => Assert.Equal([error], (await PostAsync("leads/12001/notes", body)).Errors());

    [Fact]
    public async Task Notes_are_filtered_by_type_entity_and_time()
    {
        Assert.Equal([15002], (await GetAsync("contacts/notes?filter[note_type][]=call_in&filter[note_type][]=call_out")).Ids("notes"));
        Assert.Equal([15004], (await GetAsync("contacts/notes?filter[entity_id][]=10003")).Ids("notes"));
        Assert.Equal([15001], (await GetAsync("leads/notes?filter[id]=15001")).Ids("notes"));
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("leads/notes?filter[updated_at][from]=1800000000")).Status);
        Assert.Equal([15003, 15001], (await GetAsync("leads/notes?order[id]=desc")).Ids("notes"));
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("companies/notes")).Status);
    }

    [Fact]
    public async Task A_note_is_changed_on_either_path()
    {
        var many = await PatchAsync("leads/notes", """[{"id":15001,"note_type":"common","params":{"text":"новый"}}]""");
        Assert.Equal(["id", "entity_id", "updated_at", "_links"], many.Items("notes")[0]!.AsObject().Select(member => member.Key));
        Assert.Equal("новый", (await GetAsync("leads/notes/15001")).Json["params"]!["text"]!.ToString());
        await PatchAsync("leads/12001/notes/15001", """{"params":{"text":"ещё новее"}}""");
        Assert.Equal("ещё новее", (await GetAsync("leads/notes/15001")).Json["params"]!["text"]!.ToString());
    }

    [Fact]
    public async Task A_missing_note_is_a_switch()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("leads/notes/1")).Status);
        Crm.Behaviour.MissingById = MissingObjectAnswer.NotFound;
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("leads/notes/1")).Status);
    }
}
