using AmoCrm.Sdk.Redis.Scripts;
using StackExchange.Redis;

namespace AmoCrm.Sdk.Redis.Tests.Scripts;

public sealed class LimitKeysTests
{
    [Fact]
    public void All_keys_of_an_account_lie_on_one_node_of_a_cluster_and_no_two_are_the_same()
    {
        var one = new LimitKeys("p:", "demo.amocrm.ru", "one{two}");
        var nameless = new LimitKeys("p:", "demo.amocrm.ru", clientId: null);
        RedisKey[] keys = [one.IntegrationPlaces, one.NextBulk, one.AccountPlaces, one.Processes, nameless.IntegrationPlaces, nameless.NextBulk];

        Assert.All(keys, key => Assert.StartsWith("p:{demo.amocrm.ru}:", key.ToString(), StringComparison.Ordinal));
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal((one.AccountPlaces, one.Processes), (nameless.AccountPlaces, nameless.Processes));
    }
}
