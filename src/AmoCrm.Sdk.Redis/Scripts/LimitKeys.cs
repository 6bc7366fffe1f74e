using StackExchange.Redis;

namespace AmoCrm.Sdk.Redis.Scripts;

/// <summary>The names of the keys of one integration in one account. The host is their hash tag, so that a cluster keeps all keys of an account on one node.</summary>
internal sealed class LimitKeys
{
    public LimitKeys(string prefix, string host, string? clientId)
    {
        var account = $"{prefix}{{{host}}}:";
        var integration = clientId is null ? account + "none:" : $"{account}integration:{clientId}:";
        IntegrationPlaces = integration + "places";
        NextBulk = integration + "bulk";
        AccountPlaces = account + "places";
        Processes = account + "processes";
    }

    public RedisKey IntegrationPlaces { get; }

    public RedisKey AccountPlaces { get; }

    public RedisKey NextBulk { get; }

    public RedisKey Processes { get; }
}
