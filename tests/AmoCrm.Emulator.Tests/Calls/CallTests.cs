using System.Net;

namespace AmoCrm.Emulator.Tests.Calls;

public sealed class CallTests : EmulatorTest
{
    [Fact]
    public async Task A_call_goes_to_the_one_open_lead_of_the_contact_found_by_the_last_ten_digits()
    {
        var reply = await CallAsync("79000000003");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("[]", reply.Json["errors"]!.ToJsonString());
        var call = reply.Items("calls").Single()!;
        Assert.Equal((12002, "lead"), (call["entity_id"]!.GetValue<int>(), call["entity_type"]!.ToString()));
        var note = (await GetAsync($"leads/12002/notes/{call["id"]}")).Json;
        Assert.Equal("call_in", note["note_type"]!.ToString());
        Assert.Equal("""{"duration":7,"source":"Тест","phone":"79000000003"}""", System.Text.RegularExpressions.Regex.Unescape(note["params"]!.ToJsonString()));
        Assert.Equal("lead", (await EventsAsync("incoming_call"))[0]!["entity_type"]!.ToString());
    }

    [Theory]
    [InlineData("+79000000001", 10001, "contact")] // two open leads: the contact itself
    [InlineData("+79000000005", 10005, "contact")] // only a won lead
    [InlineData("+74950000020", 11002, "company")] // a company with one open lead is the lead's, see below
    public async Task Otherwise_it_goes_to_the_contact_or_company(string phone, long id, string type)
    {
        if (type == "company")
        {
            await PatchAsync("leads/12002", """{"status_id":143,"pipeline_id":7001}""");
        }

        var call = (await CallAsync(phone)).Items("calls").Single()!;
        Assert.Equal((id, type), (call["entity_id"]!.GetValue<long>(), call["entity_type"]!.ToString()));
    }

    [Fact]
    public async Task One_customer_and_no_open_lead_means_the_customer()
    {
        await PatchAsync("leads/12001", """{"status_id":142}""");
        var call = (await CallAsync("+79000000002")).Items("calls").Single()!;
        Assert.Equal((13001, "customer"), (call["entity_id"]!.GetValue<int>(), call["entity_type"]!.ToString()));
    }

    [Fact]
    public async Task An_unknown_phone_is_400_with_errors()
    {
        var reply = await CallAsync("+79990000000");
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(0, reply.Json["_total_items"]!.GetValue<int>());
        Assert.Equal("Entity not found", reply.Json["errors"]![0]!["title"]!.ToString());
    }

    [Fact]
    public async Task A_mixed_batch_answers_both()
    {
        const string Call = """{"direction":"outbound","duration":1,"source":"s","phone":"PHONE"}""";
        var reply = await PostAsync("calls", $"[{Call.Replace("PHONE", "+79000000003", StringComparison.Ordinal)},{Call.Replace("PHONE", "1", StringComparison.Ordinal)}]");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("0", reply.Items("calls").Single()!["request_id"]!.ToString());
        Assert.Equal("1", reply.Json["errors"]!.AsArray().Single()!["request_id"]!.ToString());
    }

    [Theory]
    [InlineData("""[{"direction":"inbound","duration":1,"phone":"1"}]""", "FieldMissing source")]
    [InlineData("""[{"direction":"in","duration":1,"phone":"1","source":"s"}]""", "NotSupportedChoice direction")]
    [InlineData("""[{"direction":"inbound","duration":1,"phone":"1","source":"s","call_result":null}]""", "NotNullable call_result")]
    [InlineData("""[{"direction":"inbound","duration":1,"phone":"1","source":"s","entity_id":5}]""", "FieldNotExpected entity_id")]
    [InlineData("""[{"direction":"inbound","duration":1,"phone":"1","source":"s","call_status":9}]""", "NotSupportedChoice call_status")]
    public async Task Wrong_calls_are_refused(string body, string error) => Assert.Equal([error], (await PostAsync("calls", body)).Errors());

    private Task<Reply> CallAsync(string phone) => PostAsync("calls", $$"""[{"direction":"inbound","duration":7,"source":"Тест","phone":"{{phone}}"}]""");
}
