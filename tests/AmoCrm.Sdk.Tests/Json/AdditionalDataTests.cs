using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Json;

public sealed class AdditionalDataTests
{
    [Fact]
    public void Unknown_members_are_kept_with_their_group_and_written_back()
    {
        var data = Read("""{"score":7,"flags":{"a":[1]}}""", """{"loss_reason":[{"id":1}]}""")!;

        Assert.Equal(["score", "flags", "_embedded.loss_reason"], data.Keys);
        Assert.Equal(3, data.Count);
        Assert.Equal(7, data["score"].GetInt32());
        Assert.True(data.TryGetValue("_embedded.loss_reason", out var reason));
        Assert.Equal(1, reason[0].GetProperty("id").GetInt32());
        Assert.False(data.ContainsKey("loss_reason"));
        Assert.True(data.HasGroup("_embedded"));
        Assert.False(data.HasGroup("metadata"));
        Assert.Equal("""{"score":7,"flags":{"a":[1]}}""", Write(static (writer, value) => value.WriteTo(writer), data));
        Assert.Equal("""{"loss_reason":[{"id":1}]}""", Write(static (writer, value) => value.WriteGroupTo(writer, "_embedded"), data));
    }

    [Fact]
    public void Nothing_is_made_for_nothing()
    {
        Assert.Null(Read("{}", "{}"));
    }

    [Fact]
    public void Values_stay_out_of_logs()
    {
        Assert.Equal("phone, _embedded.tag", Read("""{"phone":"+7999"}""", """{"tag":"secret"}""")!.ToString());
    }

    [Fact]
    public void A_name_that_comes_twice_has_its_last_value()
    {
        Assert.Equal(2, Read("""{"a":1,"a":2}""", "{}")!["a"].GetInt32());
    }

    [Fact]
    public void Ten_thousand_unknown_members_cost_ten_times_what_a_thousand_cost()
    {
        Assert.InRange(Allocation(10_000) / (double)Allocation(1000), 5, 15);

        static long Allocation(int count)
        {
            var json = Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, count).Select(static number => $"\"name{number}\":\"value\""))}}}");
            ReadAll(json);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(count, ReadAll(json)!.Count);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        static AdditionalData? ReadAll(byte[] json)
        {
            AdditionalData? data = null;
            var reader = new Utf8JsonReader(json);
            reader.Read();
            while (JsonRead.NextMember(ref reader, out var name))
            {
                AdditionalData.Add(ref data, name, ref reader);
            }

            return data;
        }
    }

    private static AdditionalData? Read(string members, string group)
    {
        AdditionalData? data = null;
        JsonValues.Read(members, (ref Utf8JsonReader reader) =>
        {
            while (JsonRead.NextMember(ref reader, out var name))
            {
                AdditionalData.Add(ref data, name, ref reader);
            }

            return 0;
        });
        JsonValues.Read(group, (ref Utf8JsonReader reader) =>
        {
            while (JsonRead.NextMember(ref reader, out var name))
            {
                AdditionalData.Add(ref data, "_embedded", name, ref reader);
            }

            return 0;
        });
        return data;
    }

    private static string Write(JsonValueWriter<AdditionalData> write, AdditionalData data) => JsonValues.Write(data, (writer, value) =>
    {
        writer.WriteStartObject();
        write(writer, value);
        writer.WriteEndObject();
    });
}
