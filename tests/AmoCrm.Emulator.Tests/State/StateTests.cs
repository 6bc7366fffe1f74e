namespace AmoCrm.Emulator.Tests.State;

public sealed class StateTests : EmulatorTest
{
    protected override AmoCrmEmulatorOptions Options() => new()
    {
        Accounts = { new EmulatorAccountOptions { Host = "demo.amocrm.ru" }, new EmulatorAccountOptions { Host = "other.kommo.com", Seed = false } },
    };

    [Fact]
    public async Task Living_objects_are_told_by_id_with_their_names()
    {
        await CreateAsync("companies", """{"name":"Новая"}""");
        Crm.DeleteAsUser("companies", 11_002);

        Assert.Equal(
            [new EmulatorEntity(11_001, "ООО «Ромашка»"), new EmulatorEntity(11_003, "ИП Громов"), new EmulatorEntity(11_004, "Новая")],
            Crm.GetEntities("companies"));
        Assert.Equal("Позвонить и согласовать замер", Crm.GetEntities("tasks")[0].Name);
        Assert.Empty(Crm.GetEntities("companies", "other.kommo.com"));
    }

    [Theory]
    [InlineData("contacts", "contact_added")]
    [InlineData("leads", "lead_added")]
    [InlineData("companies", "company_added")]
    public async Task What_is_added_is_what_a_post_creates(string type, string added)
    {
        var ids = Crm.AddEntities(type, 3, number => $"Номер {number}");
        var posted = await CreateAsync(type, """{"name":"Номер 3"}""");

        Assert.Equal([posted - 3, posted - 2, posted - 1], ids);
        Assert.Equal(["Номер 0", "Номер 1", "Номер 2", "Номер 3"], Crm.GetEntities(type).TakeLast(4).Select(entity => entity.Name));
        var (one, other) = ((await GetAsync($"{type}/{ids[1]}")).Json.AsObject(), (await GetAsync($"{type}/{posted}")).Json.AsObject());
        Assert.Equal(other.Select(member => member.Key), one.Select(member => member.Key));
        Assert.Equal([posted, .. ids.Reverse()], (await EventsAsync(added)).Take(4).Select(item => item!["entity_id"]!.GetValue<long>()));
    }

    [Fact]
    public async Task Each_added_contact_has_a_phone_number_of_its_own()
    {
        Crm.AddEntities("contacts", 2, number => $"a{number}");
        Crm.AddEntities("contacts", 2, number => $"b{number}");

        var phones = (await GetAsync("contacts?limit=250")).Items("contacts").TakeLast(4)
            .Select(contact => contact!["custom_fields_values"]![0]!["values"]![0]!["value"]!.ToString()).ToList();

        Assert.Equal(4, phones.Distinct().Count());
        Assert.All(phones, phone => Assert.Matches("^\\+79[0-9]{9}$", phone));
    }

    [Fact]
    public async Task Another_account_can_be_filled()
    {
        Crm.AddEntities("leads", 2, number => $"Lead {number}", "other.kommo.com");
        using var other = Crm.CreateClient(host: "other.kommo.com");

        Assert.Equal(2, (await SendAsync(HttpMethod.Get, "leads", client: other)).Items("leads").Count);
        Assert.DoesNotContain(Crm.GetEntities("leads"), lead => lead.Name == "Lead 0");
    }

    [Fact]
    public void Types_and_hosts_that_are_none_are_refused()
    {
        Assert.Contains("leads, contacts", Assert.Throws<ArgumentException>(() => Crm.GetEntities("notes")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Crm.GetEntities("leads", "nobody.amocrm.ru"));
        Assert.Throws<ArgumentException>(() => Crm.AddEntities("tasks", 1, _ => "a"));
        Assert.ThrowsAny<ArgumentException>(() => Crm.AddEntities("leads", -1, _ => "a"));
    }
}
