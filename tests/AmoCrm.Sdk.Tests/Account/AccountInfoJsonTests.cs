using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Account;

public sealed class AccountInfoJsonTests
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
        Assert.Equal([new AccountTaskType(1, "Follow-up", "FOLLOW_UP"), new AccountTaskType(1300, "Visit", null)], info.TaskTypes);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"_embedded":[]}""")]
    [InlineData("""{"is_api_filter_enabled":null,"_embedded":{"datetime_settings":[],"task_types":null}}""")]
    public void What_is_not_told_is_not_assumed(string json)
    {
        var info = Read(json);

        Assert.False(info.IsApiFilterEnabled);
        Assert.Null(info.TimeZone);
        Assert.Empty(info.TaskTypes);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{")]
    public void What_is_no_account_is_an_error(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Read(json));
    }

    private static AccountInfo Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return AccountInfoJson.Read(ref reader);
    }
}
