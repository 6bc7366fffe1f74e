using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Emulator.Tests.Limits;

public sealed class AccountLimitTests : EmulatorTest
{
    protected override AmoCrmEmulatorOptions Options() => new()
    {
        EnforceLimits = true,
        RequestsPerSecond = 100,
        AccountRequestsPerSecond = 50,
        TimeProvider = new FakeTimeProvider(),
        Accounts = { new EmulatorAccountOptions { Host = "demo.amocrm.ru" }, new EmulatorAccountOptions { Host = "other.kommo.com" } },
    };

    [Fact]
    public async Task An_account_takes_fifty_a_second_and_another_account_its_own()
    {
        for (var request = 0; request < 50; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync("account")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("account")).Status);
        using var other = Crm.CreateClient(host: "other.kommo.com");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "account", client: other)).Status);
    }
}
