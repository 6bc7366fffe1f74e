using System.Text;
using System.Text.Json;

namespace AmoCrm.Sdk.Tests.Account;

public sealed class AccountInfoTests
{
    [Fact]
    public void The_facts_are_found_among_the_rest()
    {
        var info = Read("""
            {
              "id": 1231414, "name": "Acme", "is_api_filter_enabled": true, "_links": {"self": {"href": "x"}},
              "_embedded": {
                "users_groups": [{"id": 0, "name": "Sales"}],
                "task_types": [{"id": 1, "name": "Follow-up", "color": null, "icon_id": null, "code": "FOLLOW_UP"}, {"id": 1300, "name": "Visit", "code": null}],
                "datetime_settings": {"date_pattern": "d.m.Y H:i", "timezone": "Europe/Moscow", "timezone_offset": "+03:00"}
              }
            }
            """);

        Assert.True(info.IsApiFilterEnabled);
        Assert.Equal("Europe/Moscow", info.TimeZone!.Zone.Id);
    }

    [Theory]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"id":1,"_embedded":[]}""")]
    [InlineData("""{"id":1,"is_api_filter_enabled":null,"_embedded":{"datetime_settings":[],"task_types":null}}""")]
    public void What_is_not_told_is_not_assumed(string json)
    {
        var info = Read(json);

        Assert.False(info.IsApiFilterEnabled);
        Assert.Null(info.TimeZone);
    }

    private static AccountInfo Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return AccountInfo.From(AmoCrm.Sdk.Account.ReadFrom(ref reader)!);
    }
}
