using System.Net;
using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests.Entities;

/// <summary>Pages of a large account: every record once, in order, whatever happened to some of them.</summary>
public sealed class EntityPageTests : EmulatorTest
{
    protected override AmoCrmEmulatorOptions Options() => new() { Seed = false, Behaviour = { NextLinkOnLastPage = false } };

    [Theory]
    [InlineData("")]
    [InlineData("&order[id]=asc")]
    [InlineData("&order[id]=desc")]
    [InlineData("&order[updated_at]=asc")]
    [InlineData("&order[updated_at]=desc")]
    public async Task All_pages_together_hold_every_living_record_once_and_in_order(string order)
    {
        var ids = Crm.AddEntities("contacts", 1000, number => $"Контакт {number}").ToList();
        foreach (var gone in new[] { ids[0], ids[500], ids[999] })
        {
            Crm.DeleteAsUser("contacts", gone);
            ids.Remove(gone);
        }

        var found = await EnumerateAsync("contacts?limit=250" + order);

        Assert.Equal(order.EndsWith("desc", StringComparison.Ordinal) ? Enumerable.Reverse(ids) : ids, found);
    }

    [Fact]
    public async Task The_last_page_is_known_also_when_it_is_full_or_filtered()
    {
        Crm.AddEntities("leads", 500, number => number % 2 == 0 ? $"чёт {number}" : $"нечет {number}");

        Assert.NotNull((await GetAsync("leads?limit=250&page=1")).Json["_links"]!["next"]);
        Assert.Null((await GetAsync("leads?limit=250&page=2")).Json["_links"]!["next"]);
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("leads?limit=250&page=3")).Status);
        Assert.Null((await GetAsync("leads?limit=250&query=нечет")).Json["_links"]!["next"]);
        Assert.NotNull((await GetAsync("leads?limit=249&query=нечет")).Json["_links"]!["next"]);
    }

    [Fact]
    public async Task The_bin_is_paged_by_id_too()
    {
        var ids = Crm.AddEntities("leads", 4, number => $"Сделка {number}");
        foreach (var gone in new[] { ids[2], ids[0] })
        {
            Crm.DeleteAsUser("leads", gone);
        }

        Assert.Equal([ids[0], ids[2]], (await GetAsync("leads?with=only_deleted")).Ids("leads"));
        Assert.Equal([ids[1], ids[3]], (await GetAsync("leads")).Ids("leads"));
        Assert.False(Crm.DeleteAsUser("leads", ids[0]));
    }

    [Fact]
    public async Task The_closest_task_follows_a_task_to_another_lead()
    {
        var ids = Crm.AddEntities("leads", 2, number => $"Сделка {number}");
        var task = await CreateAsync("tasks", $$"""{"text":"a","complete_till":1798750800,"entity_id":{{ids[0]}},"entity_type":"leads"}""");
        Assert.Equal(1_798_750_800, (await GetAsync($"leads/{ids[0]}")).Json["closest_task_at"]!.GetValue<long>());

        await PatchAsync($"tasks/{task}", $$"""{"entity_id":{{ids[1]}},"entity_type":"leads"}""");
        Assert.Null((await GetAsync($"leads/{ids[0]}")).Json["closest_task_at"]);
        Assert.Equal(1_798_750_800, (await GetAsync($"leads/{ids[1]}")).Json["closest_task_at"]!.GetValue<long>());

        Assert.True(Crm.DeleteAsUser("tasks", task));
        Assert.Null((await GetAsync($"leads/{ids[1]}")).Json["closest_task_at"]);
    }

    private async Task<List<long>> EnumerateAsync(string path)
    {
        var ids = new List<long>();
        for (var page = 1; ; page++)
        {
            var reply = await GetAsync($"{path}&page={page}");
            ids.AddRange(reply.Ids("contacts"));
            if (reply.Json["_links"]!["next"] is not JsonObject)
            {
                return ids;
            }
        }
    }
}
