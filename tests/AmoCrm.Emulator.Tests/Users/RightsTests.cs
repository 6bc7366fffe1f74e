using System.Net;

namespace AmoCrm.Emulator.Tests.Users;

public sealed class RightsTests : EmulatorTest
{
    [Theory]
    [InlineData("GET", "users", null)]
    [InlineData("GET", "users/8001001", null)]
    [InlineData("GET", "roles", null)]
    [InlineData("POST", "leads/pipelines", "[{}]")]
    [InlineData("PATCH", "leads/pipelines/7001", "{}")]
    [InlineData("POST", "leads/pipelines/7001/statuses", "[{}]")]
    [InlineData("PATCH", "leads/pipelines/7001/statuses/700101", "{}")]
    [InlineData("POST", "leads/custom_fields", "[{}]")]
    [InlineData("PATCH", "leads/custom_fields/5021", "{}")]
    [InlineData("GET", "webhooks", null)]
    [InlineData("POST", "webhooks", "{}")]
    [InlineData("DELETE", "webhooks", "{}")]
    [InlineData("POST", "widgets/demo_telephony", "{}")]
    [InlineData("DELETE", "widgets/demo_telephony", null)]
    public async Task A_manager_may_not(string method, string path, string? body)
    {
        using var manager = Crm.CreateClient(Crm.CreateAccessToken(EmulatorDemo.ManagerId));
        var reply = await SendAsync(new HttpMethod(method), path, body, manager);
        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (reply.Status, reply.ContentType));
    }

    [Fact]
    public async Task A_manager_works_with_entities_in_his_own_name()
    {
        using var manager = Crm.CreateClient(Crm.CreateAccessToken(EmulatorDemo.ManagerId));
        await SendAsync(HttpMethod.Post, "leads", """[{"name":"Моя"}]""", manager);
        var lead = (await GetAsync("leads/12006")).Json;
        Assert.Equal(EmulatorDemo.ManagerId, lead["created_by"]!.GetValue<long>());
        Assert.Equal(EmulatorDemo.ManagerId, lead["responsible_user_id"]!.GetValue<long>());
    }

    [Fact]
    public async Task Users_tell_more_when_asked()
    {
        var plain = (await GetAsync("users/8001003")).Json.AsObject();
        Assert.False(plain.ContainsKey("uuid"));
        var rich = (await GetAsync("users/8001003?with=role,group,uuid,amojo_id,user_rank,phone_number")).Json;
        Assert.Equal("Менеджер", rich["_embedded"]!["roles"]![0]!["name"]!.ToString());
        Assert.Equal(267_001, rich["_embedded"]!["groups"]![0]!["id"]!.GetValue<int>());
        Assert.NotNull(rich["uuid"]);
        var list = (await GetAsync("users?limit=2")).Json;
        Assert.Equal((3, 1, 2), (list["_total_items"]!.GetValue<int>(), list["_page"]!.GetValue<int>(), list["_page_count"]!.GetValue<int>()));
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("users/1")).Status);
        Assert.Equal(2, (await GetAsync("roles/20001?with=users")).Json["_embedded"]!["users"]!.AsArray().Count);
    }
}
